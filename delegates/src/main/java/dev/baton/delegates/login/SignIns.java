package dev.baton.delegates.login;

import dev.baton.action.Answer;
import dev.baton.action.Session;
import dev.baton.action.login.LoginVersion;

/**
 * Which versions of its login secret a device lets in.
 *
 * @param pending what it answers to the pending one
 * @param current what it answers to the current one
 */
record SignIns(String pending, String current) {

    private static final String ACCEPTED = "accepted";

    /** Asks no more than needed, because refused sign-ins lock accounts: where one is let in, a single password is known. */
    static SignIns tried(Session session, SecretWay way) {
        String pending = answer(session, LoginVersion.PENDING);
        boolean known = pending.equals(ACCEPTED) && way.drop().isEmpty();
        return new SignIns(pending, known ? "not asked" : answer(session, LoginVersion.CURRENT));
    }

    static boolean accepted(Session session, LoginVersion version) {
        return answer(session, version).equals(ACCEPTED);
    }

    private static String answer(Session session, LoginVersion version) {
        Answer answer = session.send(version.signIn());
        return answer.output().strip();
    }

    boolean pendingAccepted() {
        return pending.equals(ACCEPTED);
    }

    boolean currentAccepted() {
        return current.equals(ACCEPTED);
    }

    /** @param number of the pending version */
    String told(int number) {
        return "version " + number + ", which was tried: " + pending + "; the one in force before: " + current;
    }
}
