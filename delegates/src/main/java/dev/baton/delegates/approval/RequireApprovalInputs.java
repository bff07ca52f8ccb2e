package dev.baton.delegates.approval;

/** {@link RequireApproval} looks at the variable {@code approved} and at nothing else. */
record RequireApprovalInputs() {}
