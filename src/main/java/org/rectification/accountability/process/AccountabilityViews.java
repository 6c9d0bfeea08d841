package org.rectification.accountability.process;

import java.util.HashMap;
import java.util.Map;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.rectification.accountability.Matter;
import org.rectification.accountability.Matters;
import org.rectification.accountability.ReferralEntry;
import org.rectification.accountability.StatementEntry;
import org.rectification.engine.TaskEntries;
import org.rectification.finding.Finding;
import org.rectification.finding.Findings;
import org.rectification.round.CaseKey;
import org.rectification.round.InspectedOrganisations;
import org.springframework.stereotype.Component;

/** What the forms of accountability show. */
@Component("accountabilityViews")
public class AccountabilityViews {

    private final Matters matters;
    private final Findings findings;
    private final InspectedOrganisations organisations;
    private final TaskEntries entries;

    AccountabilityViews(Matters matters, Findings findings, InspectedOrganisations organisations, TaskEntries entries) {
        this.matters = matters;
        this.findings = findings;
        this.organisations = organisations;
        this.entries = entries;
    }

    /** What was suggested about whom, with the decision table's advice. */
    public JsonValue suggestion(String suggestionId) {
        return entries.of(view(matters.get(suggestionId)));
    }

    /** As {@link #suggestion}, with the statement. */
    public JsonValue explained(String suggestionId) {
        var view = view(matters.get(suggestionId));
        put(view, matters.statement(suggestionId));
        return entries.of(view);
    }

    /** As {@link #explained}, with the referral. */
    public JsonValue referred(String suggestionId) {
        var view = view(matters.get(suggestionId));
        put(view, matters.statement(suggestionId));
        put(view, matters.referral(suggestionId));
        return entries.of(view);
    }

    private Map<String, Object> view(Matter matter) {
        var suggestion = matter.suggestion();
        var key = new CaseKey(suggestion.roundId(), suggestion.organisationId());
        var view = new HashMap<String, Object>();
        view.put("organisation", organisations.get(key).name());
        view.put("finding", suggestion.findingId() == null ? "整改工作总体" : title(findings.get(suggestion.findingId())));
        view.put("trigger", suggestion.trigger().label());
        view.put("facts", suggestion.facts());
        view.put("shortcoming", matter.shortcoming().label());
        view.put("severity", matter.severity().label());
        return view;
    }

    private static String title(Finding finding) {
        return finding.facts().number() + " " + finding.facts().title() + "（目前为"
                + finding.state().label() + "）";
    }

    private static void put(Map<String, Object> view, StatementEntry statement) {
        view.put("statedBy", statement.personConcerned() == null ? "党组织" : statement.personConcerned());
        view.put("statement", statement.text());
    }

    private static void put(Map<String, Object> view, ReferralEntry referral) {
        view.put("referredTo", referral.referredTo());
        view.put("referredFacts", referral.facts());
        view.put(
                "basis",
                String.join(
                        "、", referral.basis().stream().map(each -> each.label()).toList()));
    }
}
