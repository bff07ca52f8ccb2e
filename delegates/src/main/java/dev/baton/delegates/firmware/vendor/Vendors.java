package dev.baton.delegates.firmware.vendor;

import dev.baton.action.DataFile;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The kinds of devices that {@code vendors.yaml} knows, and which of them a device is. */
public final class Vendors {

    private static final List<Vendor> ALL = DataFile.rows(Vendors.class, "vendors.yaml", Vendor.class);

    private Vendors() {}

    public static List<Vendor> all() {
        return ALL;
    }

    /** The variables that tell a kind by being there. */
    public static List<String> marks() {
        return ALL.stream().map(Vendor::mark).filter(Objects::nonNull).toList();
    }

    /** The kind that a platform of the inventory is. */
    public static Optional<Vendor> of(String platform) {
        return ALL.stream().filter(vendor -> vendor.platform().equals(platform)).findFirst();
    }

    /** @param marks those variables that are there */
    public static Optional<Vendor> of(String sysObjectId, String description, Set<String> marks) {
        Stream<Stream<Vendor>> looks = Stream.of(
                ALL.stream().filter(vendor -> vendor.mark() != null && marks.contains(vendor.mark())),
                ALL.stream().filter(vendor -> vendor.fits(sysObjectId) > 0 && vendor.says(description)),
                closest(sysObjectId).stream(),
                ALL.stream().filter(vendor -> vendor.saysAlone(description, sysObjectId)));
        return looks.map(Stream::findFirst).flatMap(Optional::stream).findFirst();
    }

    /** Of kinds that fit equally well the last one, which is the most general. */
    private static Optional<Vendor> closest(String sysObjectId) {
        return ALL.stream()
                .filter(vendor -> vendor.fits(sysObjectId) > 0)
                .reduce((one, other) -> other.fits(sysObjectId) >= one.fits(sysObjectId) ? other : one);
    }
}
