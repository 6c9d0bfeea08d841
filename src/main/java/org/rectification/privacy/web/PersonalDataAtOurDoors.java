package org.rectification.privacy.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import org.rectification.privacy.PersonalData;
import org.rectification.privacy.PersonalDataGuard;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/**
 * Every record that a controller of ours reads from JSON passes here, so that a new door cannot forget to look. Bodies that
 * are handed on unread (rounds, rows of lists, drafts) and plan lines are looked at further in, where the engine's doors
 * and Excel come in too.
 */
@ControllerAdvice
class PersonalDataAtOurDoors extends RequestBodyAdviceAdapter implements HandlerInterceptor, WebMvcConfigurer {

    private static final String HITS = PersonalDataAtOurDoors.class.getName();
    private static final int FIRST_FAILURE = 300;
    private static final String LOOKED_AT_FURTHER_IN = "org.rectification.plan.PlanLineEntry";

    private final PersonalDataGuard guard;
    private final ObjectMapper json;
    private final JdbcClient jdbc;

    PersonalDataAtOurDoors(PersonalDataGuard guard, ObjectMapper json, JdbcClient jdbc) {
        this.guard = guard;
        this.json = json;
        this.jdbc = jdbc;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**");
    }

    @Override
    public boolean supports(
            MethodParameter parameter, Type target, Class<? extends HttpMessageConverter<?>> converter) {
        return parameter.getParameterType().isRecord()
                && !parameter.getParameterType().getName().equals(LOOKED_AT_FURTHER_IN);
    }

    @Override
    public Object afterBodyRead(
            Object body,
            HttpInputMessage message,
            MethodParameter parameter,
            Type target,
            Class<? extends HttpMessageConverter<?>> converter) {
        var hits = PersonalData.in(json.<com.fasterxml.jackson.databind.JsonNode>valueToTree(body));
        guard.refuse(hits);
        RequestContextHolder.currentRequestAttributes().setAttribute(HITS, hits, RequestAttributes.SCOPE_REQUEST);
        return body;
    }

    /** What was taken with personal data in it leaves its warning, once it was taken. */
    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, Exception failure) {
        if (request.getAttribute(HITS) instanceof List<?> found
                && !found.isEmpty()
                && failure == null
                && response.getStatus() < FIRST_FAILURE
                && request.getUserPrincipal() != null) {
            var hits = found.stream().map(PersonalData.Hit.class::cast).toList();
            warn(request, hits);
        }
    }

    private void warn(HttpServletRequest request, List<PersonalData.Hit> hits) {
        var actor = request.getUserPrincipal().getName();
        var named = (Map<?, ?>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        for (var name : List.of("findingId", "id")) {
            var finding = jdbc.sql("select round_id, organisation_id from rectification.finding where id = ?")
                    .param(named == null ? null : named.get(name))
                    .query((row, number) -> new String[] {row.getString(1), row.getString(2)})
                    .optional();
            if (finding.isPresent()) {
                guard.warn(actor, finding.get()[0], finding.get()[1], String.valueOf(named.get(name)), hits);
                return;
            }
        }
        if (request.getParameter("round") != null) {
            guard.warn(actor, request.getParameter("round"), request.getParameter("organisation"), null, hits);
        }
    }
}
