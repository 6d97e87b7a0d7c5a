package nl.inzage.auth.support;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import nl.inzage.auth.account.Passwords;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Notes which statements the answers to requests take, and which slow hashes; what is done after an answer is not noted. */
public final class CountedWork implements BeanPostProcessor {

    private final List<String> done = new CopyOnWriteArrayList<>();

    /** What was done since the last time that somebody asked: statements without their values, and "hash". */
    public List<String> take() {
        List<String> all = List.copyOf(done);
        done.clear();
        return all;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? new Counting(source) : bean;
    }

    /** The hashing of the server, noted. */
    Passwords passwords() {
        return new Passwords() {
            @Override
            public String hash(String password) {
                note("hash");
                return super.hash(password);
            }

            @Override
            public boolean matchesHash(String secret, Optional<String> hash) {
                note("hash");
                return super.matchesHash(secret, hash);
            }
        };
    }

    /** Requests have threads of their own; which apps there are is read anew each minute, whoever comes. */
    private void note(String what) {
        if (Thread.currentThread().getName().contains("-exec-") && !what.contains("from client")) {
            done.add(what.replaceAll("\\s+", " ").strip());
        }
    }

    private final class Counting extends DelegatingDataSource {

        Counting(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return connection(super.getConnection());
        }
    }

    private Connection connection(Connection real) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, values) -> {
                    Object result = call(real, method, values);
                    return result instanceof PreparedStatement statement
                            ? statement(statement, (String) values[0])
                            : result;
                });
    }

    private PreparedStatement statement(PreparedStatement real, String sql) {
        return (PreparedStatement) Proxy.newProxyInstance(
                Statement.class.getClassLoader(), new Class<?>[] {PreparedStatement.class}, (proxy, method, values) -> {
                    if (method.getName().startsWith("execute")) {
                        note(sql);
                    }
                    return call(real, method, values);
                });
    }

    private static Object call(Object real, Method method, Object[] values) throws Throwable {
        try {
            return method.invoke(real, values);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
