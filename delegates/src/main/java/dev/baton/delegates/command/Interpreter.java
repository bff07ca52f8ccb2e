package dev.baton.delegates.command;

/** The programs that may run a script, found on the path of the account. */
enum Interpreter {
    SH("sh"),
    BASH("bash"),
    PYTHON3("python3");

    private final String program;

    Interpreter(String program) {
        this.program = program;
    }

    String program() {
        return program;
    }
}
