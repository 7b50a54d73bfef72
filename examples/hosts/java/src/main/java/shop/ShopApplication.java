package shop;

import static org.springframework.web.servlet.function.RequestPredicates.path;

import org.apache.catalina.core.StandardContext;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.embedded.tomcat.TomcatContextCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
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
    RouterFunction<ServerResponse> files(Environment settings) {
        var css = settings.getProperty("DS_ELEMENTS_CSS", "../../../dist/ds-elements.css");
        var js = settings.getProperty("DS_ELEMENTS", "../../../dist/ds-elements.bundle.js");
        var datastar = settings.getProperty("DATASTAR", "../../../.cache/datastar/1.0.4.js");
        return RouterFunctions.route()
            .resource(path("/style.css"), new FileSystemResource("../style.css"))
            .resource(path("/ds-elements.css"), new FileSystemResource(css))
            .resource(path("/ds-elements.js"), new FileSystemResource(js))
            .resource(path("/datastar.js"), new FileSystemResource(datastar))
            .build();
    }

    /** Milliseconds at the end for streams whose reader left as they began, which Tomcat counts as open for good. */
    @Bean
    TomcatContextCustomizer impatience() {
        return context -> ((StandardContext) context).setUnloadDelay(500);
    }
}
