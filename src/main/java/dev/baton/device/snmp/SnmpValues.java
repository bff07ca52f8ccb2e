package dev.baton.device.snmp;

import dev.baton.action.Binding;
import dev.baton.action.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.IpAddress;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.SMIConstants;
import org.snmp4j.smi.TimeTicks;
import org.snmp4j.smi.UnsignedInteger32;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/** Between the library's values and those of commands and answers. */
final class SnmpValues {

    private static final HexFormat HEX = HexFormat.ofDelimiter(":");
    private static final Pattern NUMERIC = Pattern.compile("\\d{1,10}(\\.\\d{1,10})+");

    private SnmpValues() {}

    static OID oid(String text) {
        String numbers = text.startsWith(".") ? text.substring(1) : text;
        if (!NUMERIC.matcher(numbers).matches()) {
            throw Problem.BAD_INPUT.because("\"" + text + "\" is not a numeric OID such as 1.3.6.1.2.1.1.5.0");
        }
        return new OID(numbers);
    }

    static Binding binding(VariableBinding binding) {
        return new Binding(
                binding.getOid().toDottedString(), type(binding.getVariable()), value(binding.getVariable()));
    }

    private static String type(Variable variable) {
        return switch (variable.getSyntax()) {
            case SMIConstants.SYNTAX_INTEGER -> "INTEGER";
            case SMIConstants.SYNTAX_OCTET_STRING -> "OCTET STRING";
            case SMIConstants.SYNTAX_OBJECT_IDENTIFIER -> "OBJECT IDENTIFIER";
            case SMIConstants.EXCEPTION_NO_SUCH_OBJECT -> "noSuchObject";
            case SMIConstants.EXCEPTION_NO_SUCH_INSTANCE -> "noSuchInstance";
            case SMIConstants.EXCEPTION_END_OF_MIB_VIEW -> "endOfMibView";
            default -> variable.getSyntaxString();
        };
    }

    private static String value(Variable variable) {
        if (variable.isException()) {
            return "";
        }
        if (variable instanceof TimeTicks ticks) {
            return String.valueOf(ticks.toLong());
        }
        if (variable instanceof OctetString octets) {
            return text(octets.getValue());
        }
        if (variable instanceof OID oid) {
            return oid.toDottedString();
        }
        return variable.toString();
    }

    /** Text when every character prints, else hexadecimal; agents written in C may end a text with a NUL. */
    private static String text(byte[] octets) {
        int length = octets.length > 0 && octets[octets.length - 1] == 0 ? octets.length - 1 : octets.length;
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets, 0, length))
                    .toString();
            boolean prints = text.codePoints().allMatch(c -> !Character.isISOControl(c) || "\t\r\n".indexOf(c) >= 0);
            return prints && (length > 0 || octets.length == 0) ? text : HEX.formatHex(octets);
        } catch (CharacterCodingException e) {
            return HEX.formatHex(octets);
        }
    }

    /** Reads {@code OID TYPE VALUE} with net-snmp's type letters. */
    static VariableBinding assignment(String text) {
        String[] parts = text.stripLeading().split(" ", 3);
        if (parts.length < 3) {
            throw Problem.BAD_INPUT.because(
                    "\"" + text + "\" is not OID TYPE VALUE, e.g. 1.3.6.1.2.1.1.5.0 s core-sw1");
        }
        return new VariableBinding(oid(parts[0]), variable(parts[1], parts[2]));
    }

    private static Variable variable(String type, String value) {
        try {
            return switch (type) {
                case "i" -> new Integer32(Integer.parseInt(value));
                case "u" -> new UnsignedInteger32(Long.parseLong(value));
                case "t" -> new TimeTicks(Long.parseLong(value));
                case "s" -> new OctetString(value.getBytes(StandardCharsets.UTF_8));
                case "x" -> new OctetString(HexFormat.of().parseHex(value.replaceAll("[ :]", "")));
                case "o" -> oid(value);
                case "a" -> new IpAddress(value);
                default ->
                    throw Problem.BAD_INPUT.because("\"" + type + "\" is not one of the types i, u, t, s, x, o and a");
            };
        } catch (IllegalArgumentException e) {
            throw Problem.BAD_INPUT.because("\"" + value + "\" is not a value of the type " + type);
        }
    }
}
