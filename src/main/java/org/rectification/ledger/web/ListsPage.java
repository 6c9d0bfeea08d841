package org.rectification.ledger.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Opens 我的清单 at the address that people know; a folder of static files answers only for its files. */
@Configuration(proxyBeanMethods = false)
class ListsPage implements WebMvcConfigurer {

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/camunda/lists/").setViewName("forward:/camunda/lists/index.html");
        registry.addRedirectViewController("/camunda/lists", "/camunda/lists/");
    }
}
