/** Makes private keys on hosts, and requests for certificates of them. */
@NullMarked
package dev.baton.delegates.certificate.request;

import org.jspecify.annotations.NullMarked;
