package shop;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Who looks at the page right now: a stream for each. */
@Component
class Viewers {

    private final Set<SseEmitter> streams = ConcurrentHashMap.newKeySet();
    private final ITemplateEngine templates;
    private int told;

    Viewers(ITemplateEngine templates) {
        this.templates = templates;
    }

    int count() {
        return streams.size();
    }

    SseEmitter enter() {
        var stream = new SseEmitter(0L); // no end of its own
        stream.onCompletion(() -> streams.remove(stream));
        streams.add(stream);
        send(stream, patch(count()));
        return stream;
    }

    /** News when there is any, else a comment: who left is noticed by writing only, and at the second write after that. */
    @Scheduled(fixedDelay = 250)
    void tellAll() {
        do {
            var count = count();
            for (var stream : streams) send(stream, count == told ? SseEmitter.event().comment("still here") : patch(count));
            told = count;
        } while (count() != told);
    }

    /** An event of Datastar's: each line of the HTML says what it is. */
    private SseEventBuilder patch(int count) {
        var html = templates.process("parts", Set.of("viewers"), new Context(Locale.ENGLISH, Map.of("viewers", count)));
        var lines = html.lines().map(line -> "elements " + line).collect(Collectors.joining("\n"));
        return SseEmitter.event().name("datastar-patch-elements").data(lines);
    }

    private void send(SseEmitter stream, SseEventBuilder event) {
        try {
            stream.send(event);
        } catch (IOException | IllegalStateException gone) {
            streams.remove(stream);
        }
    }

    @EventListener(ContextClosedEvent.class)
    void close() {
        streams.forEach(SseEmitter::complete);
    }
}
