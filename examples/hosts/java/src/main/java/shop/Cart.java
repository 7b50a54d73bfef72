package shop;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.context.annotation.SessionScope;

/** One for each session: Spring finds the right one. Public methods, for its stand-in reaches no others everywhere. */
@Component
@SessionScope
class Cart implements Serializable {

    private static final int KEYS = 20;

    private int count;

    /** What was told of the newest forms, by the key of each. */
    private final Map<String, String> sold = new LinkedHashMap<>();

    /**
     * Whoever clicks twice, or whose client asks again for an answer that was lost, buys once and hears the same again.
     *
     * @return what to tell
     */
    public synchronized String add(int more, String message, String key) {
        var told = key.isEmpty() ? null : sold.putIfAbsent(key, message);
        if (told != null) return told;
        count += more;
        if (sold.size() > KEYS) sold.remove(sold.keySet().iterator().next());
        return message;
    }

    public synchronized int count() {
        return count;
    }
}
