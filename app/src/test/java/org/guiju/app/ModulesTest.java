package org.guiju.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/// The order of the rooms and the borders between capabilities, each with an offender that it must catch.
class ModulesTest {
    private static final JavaClasses APP =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .withImportOption(location -> !location.contains("/canary/"))
                    .importPackages("org.guiju.app");

    /// Pages and API never touch the store; what is loaded, decided and appended knows no page.
    private static final ArchRule WEB_WITHOUT_STORE =
            noClasses()
                    .that()
                    .resideInAPackage("..web..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "..cases.store..",
                            "..powers.store..",
                            "..allocation.store..",
                            "..calendar.store..");

    private static final ArchRule STORE_WITHOUT_WEB =
            noClasses()
                    .that()
                    .resideInAPackage("..store..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("..web..");

    private static final ArchRule APPLICATION_WITHOUT_WEB =
            noClasses()
                    .that()
                    .resideInAPackage("..application..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("..cases.web..", "..powers.web..", "..portal.web..");

    private static final ArchRule NOBODY_ASKS_THE_PORTAL =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("..portal..", "..demo..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("..portal..");

    @Test
    void theRoomsKeepTheirOrder() {
        WEB_WITHOUT_STORE.check(APP);
        STORE_WITHOUT_WEB.check(APP);
        APPLICATION_WITHOUT_WEB.check(APP);
        NOBODY_ASKS_THE_PORTAL.check(APP);
    }

    @Test
    void capabilitiesHaveNoCycle() {
        slices().matching("org.guiju.app.(*)..")
                .namingSlices("$1")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(false)
                .check(APP);
    }

    @Test
    void theGuardCanFail() {
        var planted = new ClassFileImporter().importPackages("org.guiju.app.canary");
        assertThat(planted).isNotEmpty();
        assertThatThrownBy(() -> WEB_WITHOUT_STORE.check(planted))
                .hasMessageContaining("PageThatReadsATable");
    }

    /// Modulith reads the same borders from the packages.
    @Test
    void everyCapabilityIsAModule() {
        var modules = ApplicationModules.of(GuijuApplication.class);
        assertThat(modules.stream().map(m -> m.getIdentifier().toString()))
                .contains(
                        "ledger", "calendar", "allocation", "powers", "cases", "platform", "demo");
    }
}
