package dev.baton.device.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.KebabCaseStrategy;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlatformKeysTest {

    @Test
    void theirPageExplainsEveryKey() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "add-a-platform.md"));

        assertThat(Stream.concat(Stream.of(PlatformFile.class), Arrays.stream(PlatformFile.class.getDeclaredClasses()))
                        .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                        .map(PlatformKeysTest::key))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(page).contains("`" + key + "`"));
    }

    private static String key(RecordComponent component) {
        JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
        return property == null ? KebabCaseStrategy.INSTANCE.translate(component.getName()) : property.value();
    }
}
