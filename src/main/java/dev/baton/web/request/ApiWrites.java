package dev.baton.web.request;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.web.Viewer;
import dev.baton.web.request.RepeatedWrites.Answer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Bounds the bodies of the API, and does a write that is sent again with the same {@code Idempotency-Key} only once. It runs
 * after the sign-in, because a key belongs to a person.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
final class ApiWrites extends OncePerRequestFilter {

    /** Far more than any call needs; files have the limits of multipart requests. */
    static final int LARGEST_BODY = 1024 * 1024;

    private static final Set<String> WRITES = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final int LONGEST_KEY = 255;

    private static final String UNDER_WAY = "The first request with this Idempotency-Key is still being done.";
    private static final String LOST =
            "The first request with this Idempotency-Key was never answered, so its outcome is"
                    + " unknown: look under runs whether it was done, and use another key to do it again.";

    private final RepeatedWrites repeated;
    private final ObjectMapper json;

    ApiWrites(RepeatedWrites repeated, ObjectMapper json) {
        this.repeated = repeated;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(request.getContextPath() + "/api/v1/")
                || !WRITES.contains(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = request.getHeader("Idempotency-Key");
        if (isMultipart(request)) {
            proceed(request, key == null ? new byte[0] : parts(request), key, response, chain);
            return;
        }
        byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            refuse(response, HttpStatus.PAYLOAD_TOO_LARGE, "The body has more than " + LARGEST_BODY + " bytes.");
            return;
        }
        proceed(new ApiBody(request, body), body, key, response, chain);
    }

    private void proceed(
            HttpServletRequest request,
            byte[] body,
            @Nullable String key,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        if (key == null) {
            chain.doFilter(request, response);
            return;
        }
        if (key.isBlank() || key.length() > LONGEST_KEY || !key.chars().allMatch(c -> c > ' ' && c < 127)) {
            refuse(response, HttpStatus.BAD_REQUEST, "Idempotency-Key must be 1 to 255 visible ASCII characters.");
            return;
        }
        String person = Viewer.current().name();
        String digest = RepeatedWrites.digest(request.getMethod(), request.getRequestURI(), body);
        if (repeated.begin(key, person, digest)) {
            first(request, response, chain, key, person);
        } else {
            again(response, key, person, digest);
        }
    }

    private void first(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain, String key, String person)
            throws ServletException, IOException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        boolean kept = false;
        try {
            chain.doFilter(request, answer);
            if (answer.getStatus() < 500) {
                repeated.end(
                        key,
                        person,
                        answer.getStatus(),
                        new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8),
                        answer.getHeader(HttpHeaders.LOCATION));
                kept = true;
            }
        } finally {
            if (!kept) {
                repeated.forget(key, person);
            }
        }
        answer.copyBodyToResponse();
    }

    private void again(HttpServletResponse response, String key, String person, String digest) throws IOException {
        Answer earlier = repeated.answer(key, person).orElse(null);
        if (earlier == null || !earlier.digest().equals(digest)) {
            refuse(response, HttpStatus.CONFLICT, "This Idempotency-Key was used for another request.");
            return;
        }
        Integer status = earlier.status();
        if (status == null) {
            refuse(response, HttpStatus.CONFLICT, earlier.lost() ? LOST : UNDER_WAY);
            return;
        }
        response.setStatus(status);
        response.setHeader("Idempotency-Replayed", "true");
        if (earlier.location() != null) {
            response.setHeader(HttpHeaders.LOCATION, earlier.location());
        }
        byte[] body = earlier.body().getBytes(StandardCharsets.UTF_8);
        if (body.length > 0) {
            response.setContentType(
                    status < 400 ? MediaType.APPLICATION_JSON_VALUE : MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getOutputStream().write(body);
        }
    }

    private void refuse(HttpServletResponse response, HttpStatus status, String detail) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), ProblemDetail.forStatusAndDetail(status, detail));
    }

    private static boolean isMultipart(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    private static byte[] parts(HttpServletRequest request) throws ServletException, IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Part part : request.getParts()) {
            String name = part.getName() + "\n" + part.getSubmittedFileName() + "\n" + part.getSize() + "\n";
            all.write(name.getBytes(StandardCharsets.UTF_8));
            all.write(part.getInputStream().readAllBytes());
        }
        return all.toByteArray();
    }
}
