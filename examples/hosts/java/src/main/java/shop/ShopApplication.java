package shop;

import static org.springframework.web.servlet.function.RequestPredicates.path;

import org.apache.catalina.core.StandardContext;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.embedded.tomcat.TomcatContextCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.FileSystemResource;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

@SpringBootApplication
public class ShopApplication {

    public static void main(String[] args) {
        SpringApplication.run(ShopApplication.class, args);
    }

    /** Open to all. CSRF tokens are on unless switched off; Thymeleaf puts them into every form that has a th:action. */
    @Bean
    SecurityFilterChain security(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll()).build();
    }

    @Bean
    RouterFunction<ServerResponse> files() {
        return RouterFunctions.route()
            .resource(path("/style.css"), new FileSystemResource("../style.css"))
            .resource(path("/ds-elements.css"), new FileSystemResource("../../../dist/ds-elements.css"))
            .resource(path("/ds-elements.js"), new FileSystemResource("../../../dist/ds-elements.bundle.js"))
            .resource(path("/datastar.js"), new FileSystemResource("../../../.cache/datastar/datastar.js"))
            .build();
    }

    /** Tomcat takes a stream for open whose reader left as it began: at the end it waits this long, in milliseconds. */
    @Bean
    TomcatContextCustomizer unloadDelay() {
        return context -> ((StandardContext) context).setUnloadDelay(500);
    }
}
