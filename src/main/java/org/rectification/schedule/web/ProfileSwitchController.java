package org.rectification.schedule.web;

import java.security.Principal;
import java.util.List;
import org.rectification.schedule.Moves;
import org.rectification.schedule.ProfileSwitch;
import org.rectification.schedule.RuleClock;
import org.springframework.http.HttpStatus;
import org.springframework.lang.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The profile of a round, and its change. */
@RestController
@RequestMapping("/api/inspection-rounds/{id}/profile")
class ProfileSwitchController {

    private final ProfileSwitch profiles;
    private final RuleClock clock;

    ProfileSwitchController(ProfileSwitch profiles, RuleClock clock) {
        this.profiles = profiles;
        this.clock = clock;
    }

    /** Profiles to which a round may be switched before its feedback. */
    @GetMapping
    Offer offer(@PathVariable String id, Principal person) {
        demandVisible(id, person);
        if (!profiles.isOffered(person.getName())) {
            return new Offer(false, null, List.of());
        }
        return new Offer(
                true,
                profiles.obstacle(id).orElse(null),
                profiles.choices().stream()
                        .map(each -> new Choice(each.id(), each.name()))
                        .toList());
    }

    /** Nothing is saved. */
    @PostMapping("/preview")
    Moves preview(@PathVariable String id, @RequestBody Wanted wanted, Principal person) {
        demandVisible(id, person);
        return profiles.preview(id, wanted.profile(), person.getName());
    }

    /** Switches the round's profile after its changed dates were seen. */
    @PostMapping
    Moves confirm(@PathVariable String id, @RequestBody Wanted wanted, Principal person) {
        demandVisible(id, person);
        return profiles.confirm(id, wanted.profile(), wanted.reason(), wanted.fingerprint(), person.getName());
    }

    private void demandVisible(String roundId, Principal person) {
        if (clock.of(roundId, person.getName()).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    /** @param reason why the round stays as it is, null when it may be switched */
    record Offer(boolean offered, @Nullable String reason, List<Choice> profiles) {}

    record Choice(String id, String name) {}

    record Wanted(@Nullable String profile, @Nullable String reason, @Nullable String fingerprint) {}
}
