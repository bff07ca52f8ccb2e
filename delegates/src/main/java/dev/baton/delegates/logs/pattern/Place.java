package dev.baton.delegates.logs.pattern;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import org.jspecify.annotations.Nullable;

/** Which drive a line means, in the words of the line. */
public record Place(Type type, String value) {

    /** What the named groups of a pattern are called, and what they tell. */
    public enum Type {
        /** Group {@code dev}: a name of the kernel, e.g. {@code sdb}, {@code nvme0}, {@code md0}. */
        NAME,
        /** Group {@code ata}: the port that the kernel counted. */
        ATA_PORT,
        /** Group {@code hctl}: host, channel, target and unit. */
        HCTL,
        /** Groups {@code encl} (hexadecimal) and {@code slot}. */
        BAY,
        /** Group {@code id}: another name, e.g. {@code naa.5000c500a1b2c3d4}. */
        OTHER
    }

    private static final String FOLDER = "/dev/";
    private static final int HEXADECIMAL = 16;
    private static final int LONGEST = 100;

    /** Whoever can write to a log can write any name: it is cut, and printable. */
    public Place {
        String printable = value.replaceAll("[^ -~]", "?");
        value = printable.length() > LONGEST ? printable.substring(0, LONGEST) + "..." : printable;
    }

    static Place of(Pattern pattern, Matcher matcher) {
        String hctl = group(pattern, matcher, "hctl");
        String dev = group(pattern, matcher, "dev");
        String ata = group(pattern, matcher, "ata");
        String slot = group(pattern, matcher, "slot");
        String encl = group(pattern, matcher, "encl");
        String id = group(pattern, matcher, "id");
        if (dev != null) {
            return named(dev);
        }
        if (hctl != null) {
            return new Place(Type.HCTL, hctl);
        }
        if (ata != null) {
            return new Place(Type.ATA_PORT, "ata" + ata);
        }
        if (slot != null) {
            return new Place(Type.BAY, encl == null ? "slot " + slot : bay(encl, slot));
        }
        return new Place(Type.OTHER, id == null ? "unknown drive" : id);
    }

    /** A drive by its name, whatever part of it is named. */
    public static Place named(String name) {
        String plain = name.startsWith(FOLDER) ? name.substring(FOLDER.length()) : name;
        if (plain.contains("/")) {
            return new Place(Type.OTHER, plain);
        }
        return new Place(Type.NAME, whole(plain));
    }

    /** {@code sdb1} is a part of {@code sdb}, {@code nvme0n1p2} of {@code nvme0n1}. */
    private static String whole(String name) {
        if (name.matches("(sd|hd|vd|xvd)[a-z]+\\d+")) {
            return name.replaceAll("\\d+$", "");
        }
        return name.matches("(nvme\\d+n\\d+|mmcblk\\d+)p\\d+") ? name.replaceAll("p\\d+$", "") : name;
    }

    private static String bay(String enclosure, String slot) {
        return "enclosure " + Integer.parseInt(enclosure, HEXADECIMAL) + ", bay " + slot;
    }

    private static @Nullable String group(Pattern pattern, Matcher matcher, String name) {
        return pattern.namedGroups().containsKey(name) ? matcher.group(name) : null;
    }
}
