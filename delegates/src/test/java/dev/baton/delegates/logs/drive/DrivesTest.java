package dev.baton.delegates.logs.drive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Session;
import dev.baton.delegates.logs.pattern.Place;
import dev.baton.delegates.logs.pattern.Place.Type;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

class DrivesTest {

    private static final Map<String, String> ANSWERS = Map.of(
            "lsblk -dnP -o NAME,SERIAL,MODEL,HCTL",
            "NAME=\"sda\" SERIAL=\"\" MODEL=\"WDC WD40EFRX \" HCTL=\"2:0:0:0\"\n"
                    + "NAME=\"nvme0n1\" SERIAL=\"S3Z9\" MODEL=\"Samsung\" HCTL=\"\"\n",
            "ls -l /sys/block",
            "lrwxrwxrwx 1 root root 0 Nov 25 00:00 sda ->"
                    + " ../devices/pci0000:00/0000:00:1f.2/ata3/host2/target2:0:0/2:0:0:0/block/sda\n",
            "ls -d /sys/class/enclosure/*/*/device/block/*",
            "/sys/class/enclosure/6:0:8:0/ArrayDevice07/device/block/sda\n",
            "ls -l /dev/disk/by-id /dev/disk/by-path",
            "/dev/disk/by-id:\ntotal 0\n"
                    + "lrwxrwxrwx 1 root root 9 Nov 25 00:00 ata-WDC_WD40EFRX-68N32N0_WD-WCC7K1 -> ../../sda\n"
                    + "lrwxrwxrwx 1 root root 10 Nov 25 00:00 ata-WDC_WD40EFRX-68N32N0_WD-WCC7K1-part1 -> ../../sda1\n");

    private final Drives drives = read(ANSWERS);

    @Test
    void aDriveIsFoundByEveryNameThatALogMayUse() {
        Drive drive = new Drive("sda", "WD-WCC7K1", "WDC WD40EFRX", "2:0:0:0", "ata3", "enclosure 6:0:8:0, bay 7");

        assertThat(drives.at(Place.named("/dev/sda1"))).contains(drive);
        assertThat(drives.at(new Place(Type.HCTL, "2:0:0:0"))).contains(drive);
        assertThat(drives.at(new Place(Type.ATA_PORT, "ata3"))).contains(drive);
        assertThat(drives.at(Place.named("ata-WDC_WD40EFRX-68N32N0_WD-WCC7K1-part1")))
                .contains(drive);
        assertThat(drives.at(new Place(Type.BAY, "enclosure 6:0:8:0, bay 7"))).contains(drive);
    }

    @Test
    void aControllerOfNvmeLeadsToItsDrive() {
        assertThat(drives.at(Place.named("nvme0")).map(Drive::part)).contains("serial S3Z9");
        assertThat(drives.at(Place.named("nvme0n1p2")).map(Drive::serial)).contains("S3Z9");
        assertThat(drives.at(Place.named("nvme1"))).isEmpty();
    }

    @Test
    void aHostThatTellsNothingHasNoDrives() {
        assertThat(read(Map.of()).at(Place.named("sda"))).isEmpty();
    }

    @Test
    void anotherSerialInTheSameBayIsAReplacement() {
        assertThat(drives.replaced("OLD", "enclosure 6:0:8:0, bay 7", "")).isTrue();
        assertThat(drives.replaced("OLD", "", "2:0:0:0")).isTrue();
        assertThat(drives.replaced("WD-WCC7K1", "enclosure 6:0:8:0, bay 7", "")).isFalse();
        assertThat(drives.replaced("OLD", "enclosure 6:0:8:0, bay 8", "2:0:0:0"))
                .isFalse();
        assertThat(drives.replaced("", "", "2:0:0:0")).isFalse();
    }

    private static Drives read(Map<String, String> answers) {
        Session session = Mockito.mock(Session.class);
        Mockito.when(session.send(Mockito.any())).then(call -> {
            Command command = call.getArgument(0);
            String output = answers.getOrDefault(command.text(), "");
            return Answer.of(command, output.isEmpty() ? 2 : 0, output, "");
        });
        return Drives.read(session);
    }
}
