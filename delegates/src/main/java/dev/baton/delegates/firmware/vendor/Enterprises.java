package dev.baton.delegates.firmware.vendor;

import dev.baton.action.DataFile;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who an enterprise number of IANA belongs to, as far as {@code enterprises.yaml} knows; for devices of no known kind. */
public final class Enterprises {

    private static final String ROOT = "1.3.6.1.4.1.";
    private static final Map<String, Enterprise> BY_NUMBER =
            DataFile.rows(Enterprises.class, "enterprises.yaml", Enterprise.class).stream()
                    .collect(Collectors.toUnmodifiableMap(Enterprise::number, Function.identity()));

    private Enterprises() {}

    /** The name of the maker in a sysObjectID; empty where it is not known. */
    public static String of(String sysObjectId) {
        if (!sysObjectId.startsWith(ROOT)) {
            return "";
        }
        Enterprise maker = BY_NUMBER.get(sysObjectId.substring(ROOT.length()).split("\\.", 2)[0]);
        return maker == null ? "" : maker.name();
    }

    record Enterprise(String number, String name) {}
}
