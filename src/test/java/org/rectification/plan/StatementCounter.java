package org.rectification.plan;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Counts the statements that this thread prepares; a batch is one. */
public class StatementCounter implements BeanPostProcessor {

    private static final ThreadLocal<List<String>> PREPARED = ThreadLocal.withInitial(ArrayList::new);

    /** The statements that the act takes, in their order. */
    public static List<String> during(Runnable act) {
        PREPARED.get().clear();
        act.run();
        return List.copyOf(PREPARED.get());
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource ? counting(bean, DataSource.class) : bean;
    }

    private static <T> Object counting(Object target, Class<T> type) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            if (method.getName().equals("prepareStatement")) {
                PREPARED.get().add(String.valueOf(args[0]));
            }
            try {
                var result = method.invoke(target, args);
                return result instanceof Connection ? counting(result, Connection.class) : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }
}
