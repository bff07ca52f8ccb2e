package dev.baton.device.net;

import dev.baton.action.Answer;
import dev.baton.action.Channel;
import dev.baton.action.Command;
import dev.baton.action.Problem;
import dev.baton.action.net.DnsQuestion;
import dev.baton.inventory.InventoryDevice;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.ResolverConfig;
import org.xbill.DNS.ReverseMap;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;
import org.xbill.DNS.WireParseException;

/** Asks one DNS server one question over UDP, and over TCP when the answer is too long for that. */
@Component
class DnsQuery implements ChannelCarrier {

    private final AddressLookup lookup;

    DnsQuery(AddressLookup lookup) {
        this.lookup = lookup;
    }

    @Override
    public Channel channel() {
        return Channel.DNS_QUERY;
    }

    @Override
    public Ready prepare(InventoryDevice device, Command command, Exchange exchange) throws IOException {
        DnsQuestion question = DnsQuestion.of(command.text());
        Message query = Message.newQuery(record(question));
        InetSocketAddress server = server(question, exchange);
        return () -> {
            Message response = ask(server, query, exchange);
            return Answer.of(command, described(response, server));
        };
    }

    private InetSocketAddress server(DnsQuestion question, Exchange exchange) throws IOException {
        if (!question.server().equals(DnsQuestion.SYSTEM)) {
            InetAddress address = lookup.first(question.server(), exchange);
            return new InetSocketAddress(address, question.port());
        }
        InetSocketAddress system = ResolverConfig.getCurrentConfig().server();
        if (system == null) {
            throw Problem.BAD_INPUT.because("this machine has no DNS server of its own to ask");
        }
        return system;
    }

    private static Record record(DnsQuestion question) {
        try {
            int type = Type.value(question.type());
            if (type < 0) {
                throw Problem.BAD_INPUT.because("there is no DNS record type " + question.type());
            }
            return Record.newRecord(name(question), type, DClass.IN);
        } catch (IOException e) {
            throw Problem.BAD_INPUT.because(question.name() + " is not a name that DNS knows: " + e.getMessage());
        }
    }

    private static Name name(DnsQuestion question) throws IOException {
        boolean address = question.name().matches("[0-9.]+|.*:.*");
        return question.type().equals("PTR") && address
                ? ReverseMap.fromAddress(question.name())
                : absolute(question.name());
    }

    private static Name absolute(String name) throws TextParseException {
        return Name.fromString(name, Name.root);
    }

    private static Message ask(InetSocketAddress server, Message query, Exchange exchange) throws IOException {
        SimpleResolver resolver = new SimpleResolver(server);
        resolver.setTimeout(Duration.ofMillis(exchange.millisLeft()));
        CompletableFuture<Message> answer = resolver.sendAsync(query).toCompletableFuture();
        exchange.guard(() -> answer.cancel(true));
        try {
            return answer.get(exchange.millisLeft(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw failed(server, e.getCause());
        } catch (CancellationException | TimeoutException e) {
            throw silent(server);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    private static IOException failed(InetSocketAddress server, @Nullable Throwable cause) {
        if (cause instanceof WireParseException) {
            throw Problem.ANSWER_INCOMPLETE.because(
                    "the DNS server " + server + " gives no answer to the question: " + cause.getMessage());
        }
        boolean late = String.valueOf(cause).toLowerCase(Locale.ROOT).contains("timed out");
        return late ? silent(server) : new IOException("the DNS server " + server + ": " + cause, cause);
    }

    private static SocketTimeoutException silent(InetSocketAddress server) {
        return new SocketTimeoutException("the DNS server " + server + " does not answer");
    }

    /** The status and who gave it, then a record per line as in a zone file. */
    private static String described(Message response, InetSocketAddress server) {
        String records = response.getSection(Section.ANSWER).stream()
                .map(record -> record.toString().replaceAll("\\s+", " ") + "\n")
                .collect(Collectors.joining());
        return Rcode.string(response.getRcode()) + " from "
                + server.getAddress().getHostAddress() + "\n" + records;
    }
}
