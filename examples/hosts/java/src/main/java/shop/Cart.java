package shop;

import java.io.Serializable;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;
import org.springframework.web.context.annotation.SessionScope;

/** One for each session: Spring finds the right one. */
@Component
@SessionScope
class Cart implements Serializable {

    private final AtomicInteger count = new AtomicInteger();

    void add(int more) {
        count.addAndGet(more);
    }

    int count() {
        return count.get();
    }
}
