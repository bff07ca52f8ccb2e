package dev.baton.action.net;

import java.security.cert.X509Certificate;
import java.util.List;

/** Whether certificates lead to an authority that the installation trusts. */
public interface ChainCheck {

    /**
     * {@code trusted}, or what is wrong with the first of them.
     *
     * @param chain a certificate and those that lead from it to the authority
     * @param ca a file in the administrator's folder of authorities; empty for the authorities that Java trusts
     * @throws dev.baton.action.ActionProblem {@code BAD_INPUT} when there is no such file
     */
    String verdict(List<X509Certificate> chain, String ca);
}
