package dev.baton.device.platform;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a platform's interactive CLI behaves.
 *
 * @param prompt matches a whole prompt without the space after it; its group {@code name}, if it has one, is what stays the
 *     same in every mode
 * @param enter ends a line that is typed
 * @param loginSuffix goes after the user name at the login
 * @param greetings what is answered before the first prompt
 * @param setUp commands for a fresh session: no paging, a wide terminal
 * @param enable the command that asks for all rights, where a session may begin without
 * @param enableUser what a device shows that wants a user name after that command, before the password
 * @param pager what the CLI shows when it waits for a key although paging is off
 * @param errors lines of a reply that mean the command was refused
 */
public record CliTraits(
        Pattern prompt,
        String enter,
        String loginSuffix,
        List<Greeting> greetings,
        List<String> setUp,
        @Nullable String enable,
        @Nullable Pattern enableUser,
        @Nullable Pattern pager,
        List<Reply> replies,
        List<Pattern> errors) {

    public CliTraits {
        greetings = List.copyOf(greetings);
        setUp = List.copyOf(setUp);
        replies = List.copyOf(replies);
        errors = List.copyOf(errors);
    }

    /** What may be answered to a question that the CLI asks after a command; empty when nobody decided that before. */
    public Optional<String> reply(String command, String lastLine) {
        return replies.stream()
                .filter(reply -> reply.after().matcher(command).matches()
                        && reply.question().matcher(lastLine).find())
                .map(Reply::answer)
                .findFirst();
    }

    /** The first line of a reply that means the command was refused. */
    public Optional<String> error(String reply) {
        return reply.lines()
                .filter(line ->
                        errors.stream().anyMatch(error -> error.matcher(line).find()))
                .map(String::strip)
                .findFirst();
    }

    /**
     * Something to get past before the first prompt.
     *
     * @param shows is found at the end of the last line
     * @param key what is typed then, as it is
     */
    public record Greeting(Pattern shows, String key) {}

    /**
     * A question that may be answered without asking a person.
     *
     * @param question is found at the end of the last line
     * @param after matches the whole command whose question it is
     */
    public record Reply(Pattern question, String answer, Pattern after) {}
}
