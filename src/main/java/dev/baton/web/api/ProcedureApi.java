package dev.baton.web.api;

import dev.baton.history.Page;
import dev.baton.procedure.ProcedureDetails;
import dev.baton.procedure.ProcedureSummary;
import dev.baton.procedure.Procedures;
import dev.baton.procedure.Upload;
import dev.baton.procedure.check.Violation;
import dev.baton.procedure.deploy.Submission;
import dev.baton.web.BadInputException;
import dev.baton.web.Parameters;
import dev.baton.web.Viewer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** The catalogue of procedures: read, check, deploy. */
@RestController
@RequestMapping("/api/v1/procedures")
final class ProcedureApi {

    private final Procedures procedures;

    ProcedureApi(Procedures procedures) {
        this.procedures = procedures;
    }

    @GetMapping
    Page<ProcedureSummary> list(
            @RequestParam(defaultValue = Parameters.FIRST) int page,
            @RequestParam(defaultValue = Parameters.SOME) int size) {
        return Page.cut(procedures.list(), Parameters.slice(page, size));
    }

    @GetMapping("/{key}")
    ProcedureDetails one(@PathVariable String key) {
        return procedures.find(key).orElseThrow(() -> new MissingException("There is no procedure " + key + "."));
    }

    /** Deploys diagrams with their forms and decisions: all of them, or none. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<?> deploy(MultipartHttpServletRequest request) {
        Viewer.current().mustOwnProcedures("deploy a procedure");
        Submission submission = procedures.deploy(uploads(request));
        if (submission instanceof Submission.Accepted accepted) {
            return ResponseEntity.status(HttpStatus.CREATED).body(accepted);
        }
        return refused(submission.violations());
    }

    /** Says everything that is wrong with the files; deploys nothing. */
    @PostMapping(path = "/check", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<?> check(MultipartHttpServletRequest request) {
        List<Violation> violations = procedures.check(uploads(request));
        return violations.stream().anyMatch(Violation::refuses)
                ? refused(violations)
                : ResponseEntity.ok(Map.of("violations", violations));
    }

    private static ResponseEntity<ProblemDetail> refused(List<Violation> violations) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.UNPROCESSABLE_ENTITY, "Nothing was deployed: the files break rules.");
        problem.setProperty("violations", violations);
        return ResponseEntity.unprocessableEntity().body(problem);
    }

    private static List<Upload> uploads(MultipartHttpServletRequest request) {
        List<Upload> uploads = request.getMultiFileMap().values().stream()
                .flatMap(List::stream)
                .map(ProcedureApi::upload)
                .toList();
        if (uploads.isEmpty()) {
            throw new BadInputException("files", "must hold at least one .bpmn file");
        }
        return uploads;
    }

    private static Upload upload(MultipartFile file) {
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "").replace('\\', '/');
        String bare = name.substring(name.lastIndexOf('/') + 1);
        if (!bare.toLowerCase(Locale.ROOT).matches("[a-z0-9][a-z0-9._-]{0,200}\\.(bpmn|dmn|form)")) {
            throw new BadInputException(file.getName(), "must be a file with the ending .bpmn, .dmn or .form");
        }
        try {
            return new Upload(bare, file.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
