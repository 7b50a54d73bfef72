package shop;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Who looks at the page right now: a stream for each. */
@Component
class Viewers {

    /** Milliseconds. Who left is noticed by writing only, and at the second write after that. */
    private static final long HEARTBEAT = 1_000;

    /** One for each stream, so that who reads slowly keeps nobody else waiting. Virtual ones would do from Java 21 on. */
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ITemplateEngine templates;
    private int count;

    Viewers(ITemplateEngine templates) {
        this.templates = templates;
    }

    synchronized int count() {
        return count;
    }

    SseEmitter enter() {
        var stream = new SseEmitter(0L); // no end of its own
        threads.execute(() -> keepTold(stream));
        return stream;
    }

    private void keepTold(SseEmitter stream) {
        change(+1);
        try {
            for (var told = 0; ; ) {
                var news = await(told);
                stream.send(news == told ? SseEmitter.event().comment("still here") : patch(news));
                told = news;
            }
        } catch (IOException | IllegalStateException gone) {
            // The reader left, and the container ends what nobody reads.
        } catch (InterruptedException closing) {
            stream.complete();
        } finally {
            change(-1);
        }
    }

    private synchronized void change(int difference) {
        count += difference;
        notifyAll();
    }

    /** The count, as soon as it is another than this; and after a while all the same. */
    private synchronized int await(int told) throws InterruptedException {
        if (count == told) wait(HEARTBEAT);
        return count;
    }

    /** An event of Datastar's: each line of the HTML says what it is. */
    private SseEventBuilder patch(int count) {
        var html = templates.process("parts", Set.of("viewers"), new Context(Locale.ENGLISH, Map.of("viewers", count)));
        var lines = html.lines().map(line -> "elements " + line).collect(Collectors.joining("\n"));
        return SseEmitter.event().name("datastar-patch-elements").data(lines);
    }

    @EventListener(ContextClosedEvent.class)
    void close() {
        threads.shutdownNow();
    }
}
