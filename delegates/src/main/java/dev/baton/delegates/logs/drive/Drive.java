package dev.baton.delegates.logs.drive;

/**
 * A drive as the kernel has it now. What nobody tells is empty.
 *
 * @param name e.g. {@code sdb}
 * @param hctl host, channel, target and unit
 * @param ataPort e.g. {@code ata2}
 * @param bay e.g. {@code enclosure 0:0:12:0, bay 3}
 */
public record Drive(String name, String serial, String model, String hctl, String ataPort, String bay) {

    /** What a person can put a finger on. */
    public String part() {
        return !bay.isEmpty() ? bay : !serial.isEmpty() ? "serial " + serial : name;
    }

    /** For people: name, model, serial and place. */
    public String label() {
        String what = model.isEmpty() ? name : name + " (" + model + ")";
        String which = serial.isEmpty() ? what : what + ", serial " + serial;
        return bay.isEmpty() ? which : which + ", in " + bay;
    }
}
