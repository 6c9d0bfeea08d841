package org.rectification.plan;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Counts the statements that this thread prepares; a batch is one. */
class StatementCounter implements BeanPostProcessor {

    private static final ThreadLocal<Integer> PREPARED = ThreadLocal.withInitial(() -> 0);

    /** How many statements the act takes. */
    static int during(Runnable act) {
        PREPARED.set(0);
        act.run();
        return PREPARED.get();
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource ? counting(bean, DataSource.class) : bean;
    }

    private static <T> Object counting(Object target, Class<T> type) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            if (method.getName().equals("prepareStatement")) {
                PREPARED.set(PREPARED.get() + 1);
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
