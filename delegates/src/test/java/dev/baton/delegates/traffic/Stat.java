package dev.baton.delegates.traffic;

/** The table of {@code show stat}, shortened from haproxy 2.6.12. */
final class Stat {

    static final String SHOW = "'show stat'";
    private static final String HEADER = "# pxname,svname,qcur,qmax,scur,smax,status,weight,check_status,last_chk\n"
            + "front,FRONTEND,,,0,1,OPEN,,,\n";

    private Stat() {}

    /** @param rows backend, server, sessions, status and check, with blanks between */
    static String of(String... rows) {
        StringBuilder table = new StringBuilder(HEADER);
        for (String row : rows) {
            String[] cells = row.split("\\|");
            table.append("%s,%s,0,0,%s,9,%s,1,%s,\"Layer7, said\"\n".formatted((Object[])
                    new String[] {cells[0], cells[1], cells[2], cells[3], cells.length > 4 ? cells[4] : ""}));
        }
        return table + "web,BACKEND,0,0,0,1,UP,2,,\n\n";
    }
}
