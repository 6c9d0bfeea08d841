package org.rectification.engine.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Makes the folder of the list page an address that people can type and links can name. */
@Configuration(proxyBeanMethods = false)
class ListsAddress implements WebMvcConfigurer {

    private static final String LISTS = "/camunda/lists/";

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/camunda/lists", LISTS);
        registry.addViewController(LISTS).setViewName("forward:" + LISTS + "index.html");
    }
}
