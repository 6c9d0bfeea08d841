package org.rectification.engine;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Hands out the committed description of our doors, so that it fits the version that runs. */
@RestController
class ApiReference {

    /** This description of the doors, as YAML. */
    @GetMapping(path = "/api/openapi.yaml", produces = "application/yaml")
    Resource reference() {
        return new ClassPathResource("docs/openapi.yaml");
    }
}
