package org.rectification.schedule.web;

import java.util.List;
import java.util.Map;
import org.rectification.deadline.Profile;
import org.rectification.deadline.ProfileEntry;
import org.rectification.deadline.ProfileMaking;
import org.rectification.deadline.Profiles;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.Refusal.Violation;
import org.rectification.trail.Trail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 期限口径: everybody may read the profiles, administrators make their own. */
@RestController
@RequestMapping("/api/profiles")
class ProfileController {

    private static final String ADMINISTRATORS = "camunda-admin";

    private final Profiles profiles;
    private final ProfileMaking making;
    private final Trail trail;
    private final TransactionTemplate transaction;

    ProfileController(
            Profiles profiles,
            ProfileMaking making,
            Trail trail,
            org.springframework.transaction.PlatformTransactionManager transactions) {
        this.profiles = profiles;
        this.making = making;
        this.trail = trail;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Rule profiles with their values, each with its source and how certain it is. */
    @GetMapping
    Offer all(Authentication login) {
        return new Offer(
                administers(login), profiles.all().stream().map(this::view).toList());
    }

    /** 422 with every mistake and its field, and nothing stored. */
    @PostMapping
    View make(@RequestBody ProfileEntry entry, Authentication login) {
        if (!administers(login)) {
            throw new AccessDeniedException("only administrators make profiles");
        }
        return transaction.execute(status -> {
            var made = making.make(entry, login.getName());
            Refusal.ifAny(made.wrong().entrySet().stream()
                    .map(each -> new Violation(each.getKey(), each.getValue()))
                    .toList());
            var profile = made.profile();
            trail.person(
                    login.getName(),
                    null,
                    login.getName(),
                    "PROFILE_MADE",
                    null,
                    Map.of(
                            "profile",
                            profile.id(),
                            "base",
                            entry.base(),
                            "changed",
                            List.copyOf(entry.values().keySet())),
                    profile.name() + "（" + entry.decidedBy() + "确定）");
            return view(profile);
        });
    }

    private View view(Profile profile) {
        return new View(profile.id(), profile.name(), making.lines(profile));
    }

    private static boolean administers(Authentication login) {
        return login.getAuthorities().stream().anyMatch(each -> ADMINISTRATORS.equals(each.getAuthority()));
    }

    record Offer(boolean mayMake, List<View> profiles) {}

    record View(String id, String name, List<ProfileMaking.Line> values) {}
}
