package shop;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.context.annotation.SessionScope;

/** One for each session. Methods are public: Spring's session-scoped proxy may not intercept package-private ones. */
@Component
@SessionScope
class Cart implements Serializable {

    private static final int KEYS = 20;

    private int count;

    /** The messages about the newest forms, by the key of each. */
    private final Map<String, String> sold = new LinkedHashMap<>();

    /**
     * Whoever clicks twice, or whose client sends again what got no answer, buys once and gets the same message again.
     *
     * @return the message
     */
    public synchronized String add(int more, String message, String key) {
        var earlier = key.isEmpty() ? null : sold.putIfAbsent(key, message);
        if (earlier != null) return earlier;
        count += more;
        if (sold.size() > KEYS) sold.remove(sold.keySet().iterator().next());
        return message;
    }

    public synchronized int count() {
        return count;
    }
}
