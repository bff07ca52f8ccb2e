package dev.baton.procedure.deploy;

import java.time.Instant;

/**
 * A rule that a file broke which a person sent; nothing of what was sent with it was deployed.
 *
 * @param element id of the BPMN element or form component; empty when it is the file as a whole
 */
public record RefusedUpload(Instant at, String person, String file, String element, String rule, String message) {}
