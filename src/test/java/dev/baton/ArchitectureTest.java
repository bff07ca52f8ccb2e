package dev.baton;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Date;
import org.camunda.bpm.engine.impl.identity.Authentication;

/** The borders between packages, and what no class does. */
@AnalyzeClasses(packages = "dev.baton", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule fewPackagesKnowCamunda = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "dev.baton.engine..",
                    "dev.baton.procedure..",
                    "dev.baton.run..",
                    "dev.baton.runner..",
                    "dev.baton.history..",
                    "dev.baton.identity..",
                    "dev.baton.action..",
                    "dev.baton.delegates..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..")
            .because("the way to a successor of Camunda 7 must stay a rename in few packages");

    /** The engine's public API answers who is signed in with this one class of its inside. */
    @ArchTest
    static final ArchRule onlyTheEnginePackageKnowsCamundasInside = noClasses()
            .that()
            .resideOutsideOfPackage("dev.baton.engine..")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("org.camunda.bpm.engine.impl..").and(not(type(Authentication.class))));

    @ArchTest
    static final ArchRule delegatesKnowLittle = classes()
            .that()
            .resideInAPackage("dev.baton.delegates..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "dev.baton.action..",
                    "dev.baton.delegates..",
                    "java..",
                    "javax.security.auth.x500..",
                    "javax.xml..",
                    "org.w3c.dom..",
                    "org.xml.sax..",
                    "com.fasterxml.jackson..",
                    "com.google.re2j..",
                    "org.bouncycastle..",
                    "jakarta.validation.constraints..",
                    "org.camunda.bpm.engine.delegate..",
                    "org.springframework.stereotype..",
                    "com.fasterxml.jackson..",
                    "org.yaml.snakeyaml..",
                    "org.jspecify.annotations..",
                    "org.slf4j..");

    @ArchTest
    static final ArchRule theActionApiKnowsOfCamundaOnlyWhatStepDelegatesGet = noClasses()
            .that()
            .resideInAPackage("dev.baton.action..")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("org.camunda..").and(not(resideInAPackage("org.camunda.bpm.engine.delegate.."))));

    @ArchTest
    static final ArchRule theActionApiKnowsNoPlatform = noClasses()
            .that()
            .resideInAPackage("dev.baton.action..")
            .should()
            .dependOnClassesThat(resideInAPackage("dev.baton..").and(not(resideInAPackage("dev.baton.action.."))));

    @ArchTest
    static final ArchRule sshjStaysInDeviceSsh = noClasses()
            .that()
            .resideOutsideOfPackage("dev.baton.device.ssh..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("net.schmizz..", "com.hierynomus..");

    @ArchTest
    static final ArchRule snmp4jStaysInDeviceSnmpAndTheLab = noClasses()
            .that()
            .resideOutsideOfPackages("dev.baton.device.snmp..", "dev.baton.lab..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.snmp4j..");

    @ArchTest
    static final ArchRule theSshServerStaysInTheLab = noClasses()
            .that()
            .resideOutsideOfPackage("dev.baton.lab..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.sshd..");

    @ArchTest
    static final ArchRule gitStaysInBackup = noClasses()
            .that()
            .resideOutsideOfPackage("dev.baton.backup..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.jgit..");

    @ArchTest
    static final ArchRule dnsjavaAndHttpCoreStayInDeviceNet = noClasses()
            .that()
            .resideOutsideOfPackage("dev.baton.device.net..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.xbill..", "org.apache.hc..");

    @ArchTest
    static final ArchRule nobodyDependsOnTheWeb = noClasses()
            .that()
            .resideOutsideOfPackage("dev.baton.web..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.baton.web..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.baton.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule fieldsAreNotInjected = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    @ArchTest
    static final ArchRule nothingIsPrinted = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule logsGoThroughSlf4j = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    @ArchTest
    static final ArchRule nobodySleeps = noClasses()
            .should()
            .callMethodWhere(target(owner(type(Thread.class))).and(target(name("sleep"))));

    /** Variables of the engine and Java's certificates hold dates as this class, so these packages meet it. */
    @ArchTest
    static final ArchRule timeIsJavaTime = noClasses()
            .that()
            .resideOutsideOfPackages("dev.baton.engine..", "dev.baton.device.net.tls..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Date.class);
}
