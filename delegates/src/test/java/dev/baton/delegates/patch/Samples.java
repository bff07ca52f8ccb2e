package dev.baton.delegates.patch;

/** What package managers say. */
final class Samples {

    static final String DEBIAN = """
            PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"
            VERSION_ID="12"
            ID=debian
            """;

    static final String ROCKY = """
            NAME="Rocky Linux"
            ID="rocky"
            ID_LIKE="rhel centos fedora"
            """;

    static final String LEAP = """
            NAME="openSUSE Leap"
            ID="opensuse-leap"
            ID_LIKE="suse opensuse"
            """;

    static final String APT_PENDING = """
            NOTE: This is only a simulation!
            Reading package lists...
            The following packages will be upgraded:
              bash libgcrypt20 openssl
            Inst bash [5.2.15-2+b8] (5.2.15-2+b13 Debian:12.15/oldstable [amd64])
            Inst libgcrypt20-dev [1.10.1-3] (1.10.1-3+deb12u1 Debian:12.15/oldstable, Debian-Security:12/oldstable-security [amd64]) []
            Inst openssl [3.0.2-0ubuntu1.10] (3.0.2-0ubuntu1.18 Ubuntu:22.04/jammy-updates, Ubuntu:22.04/jammy-security [amd64])
            Inst linux-image-6.1.0-40-amd64 (6.1.153-1 Debian-Security:12/oldstable-security [amd64])
            Conf bash (5.2.15-2+b13 Debian:12.15/oldstable [amd64])
            """;

    static final String APT_NOTHING = "Reading package lists...\n0 upgraded, 0 newly installed, 0 to remove.\n";

    static final String APT_POLICY = """
            Package files:
             100 /var/lib/dpkg/status
                 release a=now
            Pinned packages:
                 nginx -> 1.22.1-9 with priority 1001
            """;

    static final String DPKG_SOURCES = """
            ii  openssl 3.0.2-0ubuntu1.10 openssl
            ii  openssl 3.0.2-0ubuntu1.10 libssl3
            ii  bash 5.2.15-2 bash
            rc  nginx 1.22.1-9 nginx
            """;

    static final String DNF_PENDING = """

            bash.x86_64                     5.1.8-9.el9_5              baseos
            kernel.x86_64                   5.14.0-503.40.1.el9_5      baseos
            openssl-libs.x86_64             1:3.2.2-6.el9_5.1          baseos
            Obsoleting Packages
            grub2-tools.x86_64              1:2.06-94.el9_5            baseos
                grub2-tools.x86_64          1:2.06-93.el9_5            @baseos
            """;

    static final String DNF_SECURITY = """

            openssl-libs.x86_64             1:3.2.2-6.el9_5.1          baseos
            """;

    static final String RPM_INSTALLED = "bash.x86_64 5.1.8-9.el9\nopenssl-libs.x86_64 1:3.2.2-6.el9_5\n";

    static final String ZYPPER_UPDATES = """
            <?xml version='1.0'?>
            <stream>
            <message type="info">Loading repository data...</message>
            <update-status version="0.6">
            <update-list>
            <update kind="package" name="bash" edition="4.4-150400.27.3.2" arch="x86_64" edition-old="4.4-150400.25.22">
            <summary>The GNU Bourne-Again Shell</summary>
            <source url="http://download.example/update" alias="repo-update"/>
            </update>
            </update-list>
            </update-status>
            </stream>
            """;

    static final String ZYPPER_PATCHES = """
            <?xml version='1.0'?>
            <stream>
            <update-status version="0.6">
            <update-list>
            <update kind="patch" name="openSUSE-SLE-15.5-2024-1234" edition="1" arch="noarch" status="needed" category="security" severity="important">
            <summary>Security update for openssl-3</summary>
            </update>
            </update-list>
            </update-status>
            </stream>
            """;

    static final String ZYPPER_NOTHING = "<?xml version='1.0'?>\n<stream>\n</stream>\n";

    private Samples() {}
}
