package dev.baton.lab.snmp;

import dev.baton.lab.machine.DeviceLog;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.snmp4j.PDU;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/** What an agent answers to a request. */
final class Answers {

    private static final int MOST_BINDINGS = 100;

    private final Mib mib;
    private final DeviceLog log;

    Answers(Mib mib, DeviceLog log) {
        this.mib = mib;
        this.log = log;
    }

    PDU to(PDU request) {
        log.add("snmp", PDU.getTypeString(request.getType()) + " " + names(request));
        PDU response = (PDU) request.clone();
        response.setType(PDU.RESPONSE);
        response.setErrorStatus(PDU.noError);
        response.setErrorIndex(0);
        switch (request.getType()) {
            case PDU.GET ->
                response.setVariableBindings(
                        request.getVariableBindings().stream().map(this::get).toList());
            case PDU.GETNEXT ->
                response.setVariableBindings(
                        request.getVariableBindings().stream().map(this::next).toList());
            case PDU.GETBULK -> bulk(request, response);
            case PDU.SET -> set(request, response);
            default -> response.setErrorStatus(PDU.genErr);
        }
        return response;
    }

    private VariableBinding get(VariableBinding binding) {
        Variable value = mib.get(binding.getOid());
        return new VariableBinding(binding.getOid(), value == null ? Null.noSuchInstance : value);
    }

    private VariableBinding next(VariableBinding binding) {
        return next(binding.getOid());
    }

    private VariableBinding next(OID oid) {
        var entry = mib.after(oid);
        return entry == null
                ? new VariableBinding(oid, Null.endOfMibView)
                : new VariableBinding(entry.getKey(), entry.getValue().get());
    }

    private void bulk(PDU request, PDU response) {
        List<? extends VariableBinding> asked = request.getVariableBindings();
        int single = Math.min(Math.max(request.getNonRepeaters(), 0), asked.size());
        List<VariableBinding> answer = new ArrayList<>();
        asked.subList(0, single).forEach(binding -> answer.add(next(binding)));
        List<OID> places = asked.subList(single, asked.size()).stream()
                .map(VariableBinding::getOid)
                .toList();
        for (int row = 0; row < request.getMaxRepetitions() && answer.size() < MOST_BINDINGS; row++) {
            List<VariableBinding> found = places.stream().map(this::next).toList();
            answer.addAll(found);
            places = found.stream().map(VariableBinding::getOid).toList();
        }
        response.setNonRepeaters(0);
        response.setMaxRepetitions(0);
        response.setVariableBindings(answer);
    }

    /** All or nothing, as the protocol wants it. */
    private void set(PDU request, PDU response) {
        List<? extends VariableBinding> wishes = request.getVariableBindings();
        for (int index = 0; index < wishes.size(); index++) {
            int error = refusal(wishes.get(index));
            if (error != PDU.noError) {
                response.setErrorStatus(error);
                response.setErrorIndex(index + 1);
                return;
            }
        }
        wishes.forEach(wish -> mib.set(wish.getOid(), wish.getVariable()));
    }

    private int refusal(VariableBinding wish) {
        Variable present = mib.get(wish.getOid());
        if (present == null) {
            return PDU.noCreation;
        }
        if (!mib.isWritable(wish.getOid())) {
            return PDU.notWritable;
        }
        return present.getSyntax() == wish.getVariable().getSyntax() ? PDU.noError : PDU.wrongType;
    }

    private static String names(PDU request) {
        return request.getVariableBindings().stream()
                .map(binding -> request.getType() == PDU.SET
                        ? binding.getOid() + "=" + binding.toValueString()
                        : binding.getOid().toString())
                .collect(Collectors.joining(" "));
    }
}
