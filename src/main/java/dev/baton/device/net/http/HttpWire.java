package dev.baton.device.net.http;

import dev.baton.action.net.HttpRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.message.StatusLine;
import org.apache.hc.core5.http.protocol.DefaultHttpProcessor;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.http.protocol.HttpProcessor;
import org.apache.hc.core5.http.protocol.RequestContent;
import org.apache.hc.core5.http.protocol.RequestTargetHost;
import org.jspecify.annotations.Nullable;

/** One request and its answer over a socket that is connected already: nothing is looked up, followed or repeated. */
final class HttpWire {

    private static final int KEPT = 1024 * 1024;
    private static final Http1Config LIMITS = Http1Config.custom()
            .setMaxLineLength(16 * 1024)
            .setMaxHeaderCount(200)
            .setMaxEmptyLineCount(5)
            .build();
    private static final HttpProcessor PROCESSOR =
            new DefaultHttpProcessor(new RequestContent(), new RequestTargetHost());
    /** Others may hold secrets, e.g. a session's cookie. */
    private static final List<String> SHOWN = List.of(
            "Content-Type", "Content-Length", "Date", "ETag", "Location", "Retry-After", "Server", "WWW-Authenticate");

    private HttpWire() {}

    static Reply ask(Socket socket, HttpRequest request, URI uri, List<Header> headers) throws IOException {
        DefaultBHttpClientConnection connection = new DefaultBHttpClientConnection(LIMITS);
        connection.bind(socket);
        try {
            HttpCoreContext context = HttpCoreContext.create();
            HttpRequestExecutor executor = new HttpRequestExecutor();
            ClassicHttpRequest message = message(request, uri, headers);
            executor.preProcess(message, PROCESSOR, context);
            return reply(executor.execute(message, connection, context));
        } catch (HttpException e) {
            throw (IOException) new ProtocolException("no HTTP: " + e.getMessage()).initCause(e);
        }
    }

    private static ClassicHttpRequest message(HttpRequest request, URI uri, List<Header> headers) {
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String target = uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
        HttpHost host = new HttpHost(uri.getScheme(), uri.getHost(), uri.getPort());
        ClassicHttpRequest message = new BasicClassicHttpRequest(request.method(), host, target);
        headers.forEach(message::addHeader);
        message.setHeader("Connection", "close");
        message.setHeader("User-Agent", "Baton");
        if (!request.body().isEmpty()) {
            message.setEntity(new StringEntity(request.body(), ContentType.APPLICATION_JSON));
        }
        return message;
    }

    private static Reply reply(ClassicHttpResponse response) throws IOException {
        String statusLine = new StatusLine(response).toString();
        String shown = SHOWN.stream()
                .flatMap(name -> Stream.of(response.getHeaders(name)))
                .map(header -> "\n" + header.getName() + ": " + header.getValue())
                .collect(Collectors.joining());
        Header location = response.getFirstHeader("Location");
        HttpEntity entity = response.getEntity();
        byte[] body = entity == null ? new byte[0] : head(entity);
        return new Reply(
                response.getCode(),
                location == null ? "" : location.getValue(),
                statusLine + shown,
                new String(body, 0, Math.min(KEPT, body.length), charset(entity)),
                Math.max(0, body.length - KEPT));
    }

    private static byte[] head(HttpEntity entity) throws IOException {
        // Not closed: that would read the rest, however much it is. The socket is closed instead.
        InputStream content = entity.getContent();
        return content.readNBytes(KEPT + 1);
    }

    private static Charset charset(@Nullable HttpEntity entity) {
        ContentType type = entity == null ? null : ContentType.parseLenient(entity.getContentType());
        Charset charset = type == null ? null : type.getCharset();
        return charset == null ? StandardCharsets.UTF_8 : charset;
    }

    /**
     * An answer.
     *
     * @param location where it points to; empty for nowhere
     * @param head status line and the headers that may be shown
     * @param dropped how much of the body was read and not kept, at least 1 when it is longer than what was kept
     */
    record Reply(int status, String location, String head, String body, long dropped) {

        String text() {
            return head + "\n\n" + body;
        }
    }
}
