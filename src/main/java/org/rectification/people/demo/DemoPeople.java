package org.rectification.people.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.rectification.engine.CurrentPerson;
import org.rectification.people.PeopleList;
import org.rectification.people.PeopleLists;
import org.rectification.people.PeopleRegister;
import org.rectification.people.PersonEntry;
import org.rectification.people.PersonEntry.DutyEntry;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Registers the invented people of {@code demo/people.yaml}; after the first start nothing changes any more. */
@Component
@Profile("demo")
@Order(30)
class DemoPeople implements ApplicationRunner {

    private final PeopleRegister register;
    private final PeopleLists lists;
    private final ObjectMapper json;
    private final Resource list;
    private final String password;

    DemoPeople(
            PeopleRegister register,
            PeopleLists lists,
            ObjectMapper json,
            @Value("classpath:demo/people.yaml") Resource list,
            @Value("${rectification.demo.password}") String password) {
        this.register = register;
        this.lists = lists;
        this.json = json;
        this.list = list;
        this.password = password;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) throws IOException {
        var demo = read();
        demo.county().forEach(person -> register.person(person.in(null, password)));
        for (Township township : demo.organisations()) {
            register.organisation(township.code(), township.name());
            township.villages().forEach(village -> lists.apply(CurrentPerson.SYSTEM, village.in(township.code())));
            township.people().forEach(person -> register.person(person.in(township.code(), password)));
        }
    }

    private Demo read() throws IOException {
        try (InputStream in = list.getInputStream()) {
            // Plain maps, lists and strings only: the file never names a class.
            Object content = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return json.convertValue(content, Demo.class);
        }
    }

    private record Demo(List<Somebody> county, List<Township> organisations) {}

    private record Township(String code, String name, List<Place> villages, List<Somebody> people) {}

    private record Place(String code, String name, String branch) {

        PeopleList in(String organisationId) {
            return new PeopleList(
                    List.of(),
                    List.of(new PeopleList.Village(organisationId, code, name, branch)),
                    List.of(),
                    List.of(),
                    List.of());
        }
    }

    private record Somebody(String id, String name, String office, List<DutyEntry> duties) {

        PersonEntry in(String organisationId, String password) {
            return new PersonEntry(id, name, office, organisationId, password, duties);
        }
    }
}
