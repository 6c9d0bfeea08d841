package org.rectification.plan;

import java.util.Set;
import org.rectification.people.Role;

/**
 * A person with the duties held today in one organisation, which decide whether an owner's level matches a finding's (S13).
 *
 * @param duties role names; a village's duty is followed by {@code @} and the village's code
 */
record Officer(String id, String name, Set<String> duties) {

    private static final Set<Role> LEADERSHIP =
            Set.of(Role.PARTY_SECRETARY, Role.LEADERSHIP_MEMBER, Role.VILLAGE_LEADER, Role.TOWNSHIP_DISCIPLINE);

    boolean leads() {
        return duties.stream().anyMatch(duty -> LEADERSHIP.contains(role(duty)));
    }

    /** Works for a village only and holds no duty of the township. */
    boolean ofVillageOnly() {
        return !duties.isEmpty() && duties.stream().allMatch(duty -> role(duty) == Role.VILLAGE_SECRETARY);
    }

    /** As its secretary or contact. */
    boolean worksFor(String villageCode) {
        return holds(Role.VILLAGE_SECRETARY, villageCode) || holds(Role.VILLAGE_CONTACT, villageCode);
    }

    boolean holds(Role role) {
        return duties.stream().anyMatch(duty -> role(duty) == role);
    }

    boolean holds(Role role, String villageCode) {
        return duties.contains(role.name() + "@" + villageCode);
    }

    private static Role role(String duty) {
        var at = duty.indexOf('@');
        return Role.valueOf(at < 0 ? duty : duty.substring(0, at));
    }
}
