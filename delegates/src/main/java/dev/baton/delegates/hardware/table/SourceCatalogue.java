package dev.baton.delegates.hardware.table;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.Yaml;

/** The sources that Baton knows; a vendor is added as a file and a line here. */
@Component
public final class SourceCatalogue {

    private static final List<String> FILES = List.of(
            "dell-idrac",
            "dell-openmanage",
            "dell-cmc",
            "hpe-smart-array",
            "hpe-health",
            "hpe-other-drives",
            "lenovo",
            "fujitsu",
            "cisco-ucs",
            "supermicro",
            "lsi-megaraid",
            "adaptec",
            "synology",
            "qnap",
            "netapp",
            "storage-arrays",
            "cisco",
            "juniper",
            "arista",
            "procurve",
            "aruba-cx",
            "comware",
            "huawei",
            "extreme",
            "ironware",
            "brocade-fc",
            "omniswitch",
            "dell-network",
            "fastpath",
            "radlan",
            "f5",
            "checkpoint",
            "fortigate",
            "entity-state",
            "ups",
            "apc");

    private final ObjectMapper mapper = new JsonMapper();
    private final List<Source> sources = FILES.stream().map(this::read).toList();

    public List<Source> all() {
        return sources;
    }

    private Source read(String name) {
        String path = "/hardware/" + name + ".yaml";
        try (InputStream file = SourceCatalogue.class.getResourceAsStream(path)) {
            Map<String, Object> content = new HashMap<>(new Yaml().<Map<String, Object>>load(file));
            // What several tables of the file point to with anchors.
            content.remove("shared");
            return mapper.convertValue(content, Source.class);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        } catch (RuntimeException e) {
            throw new IllegalStateException("cannot read " + path, e);
        }
    }
}
