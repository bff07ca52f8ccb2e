package dev.baton.device.netconf;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Tells messages in a stream apart: by the mark at their end first, by chunks once both sides speak 1.1. */
final class Framing {

    static final int LIMIT = 4 * 1024 * 1024;
    private static final String END = "]]>]]>";
    private static final byte[] END_BYTES = END.getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_SIZE = 10;

    private final InputStream in;
    private final OutputStream out;
    private boolean chunked;

    /** @param in buffered, because it is read byte by byte */
    Framing(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    void useChunks() {
        chunked = true;
    }

    void write(String message) throws IOException {
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        out.write(text(chunked ? "\n#" + bytes.length + "\n" : ""));
        out.write(bytes);
        out.write(text(chunked ? "\n##\n" : END));
        out.flush();
    }

    /** @throws MalformedException for what is no message, or one that is too long */
    String read() throws IOException {
        Message message = new Message();
        if (chunked) {
            readChunks(message);
        } else {
            readToMark(message);
        }
        return message.toString(StandardCharsets.UTF_8);
    }

    private void readToMark(Message message) throws IOException {
        while (true) {
            int octet = next();
            message.add(octet);
            if (octet == '>' && message.endsWithMark()) {
                message.dropMark();
                return;
            }
        }
    }

    private void readChunks(Message message) throws IOException {
        while (true) {
            expect('\n');
            expect('#');
            int octet = next();
            if (octet == '#') {
                expect('\n');
                if (message.size() == 0) {
                    throw new MalformedException("a message without a chunk");
                }
                return;
            }
            message.add(in, size(octet));
        }
    }

    private int size(int first) throws IOException {
        StringBuilder digits = new StringBuilder();
        for (int octet = first; octet != '\n' || digits.isEmpty(); octet = next()) {
            boolean digit = octet >= (digits.isEmpty() ? '1' : '0') && octet <= '9';
            if (!digit || digits.length() == LONGEST_SIZE) {
                throw new MalformedException("the size of a chunk begins \"" + digits + shown(octet) + "\"");
            }
            digits.append((char) octet);
        }
        return (int) Math.min(Long.parseLong(digits.toString()), Integer.MAX_VALUE);
    }

    private void expect(char wanted) throws IOException {
        int seen = next();
        if (seen != wanted) {
            throw new MalformedException("wanted " + shown(wanted) + " of a chunk, got " + shown(seen));
        }
    }

    private int next() throws IOException {
        int octet = in.read();
        if (octet < 0) {
            throw new EOFException("the device ended the NETCONF session");
        }
        return octet;
    }

    private static String shown(int octet) {
        return octet > ' ' && octet < 127 ? String.valueOf((char) octet) : String.format("\\x%02x", octet);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** The bytes of one message, within the limit. */
    private static final class Message extends ByteArrayOutputStream {

        void add(int octet) throws MalformedException {
            require(1);
            write(octet);
        }

        void add(InputStream in, int size) throws IOException {
            require(size);
            byte[] chunk = in.readNBytes(size);
            if (chunk.length < size) {
                throw new EOFException("the device ended the NETCONF session in the middle of a chunk");
            }
            writeBytes(chunk);
        }

        private void require(int more) throws MalformedException {
            if (more > LIMIT - count) {
                throw new MalformedException("a message of more than " + LIMIT + " bytes");
            }
        }

        boolean endsWithMark() {
            if (count < END_BYTES.length) {
                return false;
            }
            for (int at = 0; at < END_BYTES.length; at++) {
                if (buf[count - END_BYTES.length + at] != END_BYTES[at]) {
                    return false;
                }
            }
            return true;
        }

        void dropMark() {
            count -= END_BYTES.length;
        }
    }
}
