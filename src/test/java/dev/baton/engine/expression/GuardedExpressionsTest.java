package dev.baton.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.engine.TestEngine;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.spin.Spin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuardedExpressionsTest {

    private static TestEngine test;

    @BeforeAll
    static void start() {
        test = new TestEngine();
        test.deploy(TestEngine.around("<bpmn:userTask id='it'/>"));
        test.engine
                .getRuntimeService()
                .startProcessInstanceByKey(
                        "test",
                        Variables.createVariables()
                                .putValue("host", "web1")
                                .putValue("count", 3)
                                .putValue("names", Spin.JSON("[\"a\", \"b\"]"))
                                .putValue("facts", Spin.JSON("{\"os\": \"debian\"}"))
                                .putValue("sets", List.of("x", "y")));
    }

    @AfterAll
    static void stop() {
        test.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass().forName('java.lang.Runtime')}",
                "${''.class}",
                "${''.class.name}",
                "${''['class']}",
                "${host.getClass()}",
                "${host.getBytes()}",
                "${host.format('%s', host)}",
                "${host.repeat(1000000000)}",
                "${host.matches('(a+)+$')}",
                "${count.getClass()}",
                "${sets.getClass()}",
                "${sets.stream()}",
                "${sets.add('z')}",
                "${sets.iterator()}",
                "${facts.getClass()}",
                "${facts.unwrap()}",
                "${facts.mapTo('java.lang.ProcessBuilder')}",
                "${facts.jsonPath('$.os')}",
                "${execution.processEngineServices}",
                "${execution.getProcessEngineServices()}",
                "${execution.setVariable('host', 'evil')}",
                "${execution.class.classLoader}",
                "${execution.getVariable('host').getClass()}",
                "${secretKeeper}",
                "${secretKeeper.toString()}",
                "${environment.getProperty('spring.datasource.url')}",
                "${jdbcTemplate}",
                "${dataSource}",
                "${note.execute(execution)}",
                "${note.class}",
                "${touch.render(null, null, null)}",
                "${Runtime}",
                "${T(java.lang.Runtime)}",
                "${XML('<a/>')}",
                "${currentUser().getClass()}",
                "${now().getClass()}",
            })
    void anExpressionReachesNothingButDataAndDelegates(String attack) {
        assertThatThrownBy(() -> evaluate(attack)).isInstanceOfAny(ProcessEngineException.class, ELException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ${host} | web1
                    ${host.toUpperCase()} | WEB1
                    ${count + 1} | 4
                    ${count > 2 and host == 'web1'} | true
                    ${empty host ? 'none' : host} | web1
                    ${execution.getVariable('host')} | web1
                    ${execution.hasVariable('nothing')} | false
                    ${facts.prop('os').stringValue()} | debian
                    ${names.elements().size()} | 2
                    ${sets[0]} | x
                    ${sets.size()} | 2
                    ${sets.contains('y')} | true
                    ${execution.processBusinessKey} | RUN-000001
                    """)
    void whatDiagramsNeedWorks(String expression, String expected) {
        assertThat(evaluate(expression)).hasToString(expected);
    }

    @Test
    void aDelegateIsFoundByItsName() {
        assertThat(evaluate("${note}")).isNotNull();
        assertThat(evaluate("${touch}")).isNotNull();
    }

    @Test
    void aVariablesTextIsNeverEvaluated() {
        test.engine.getRuntimeService().setVariable(execution(), "evil", "${secretKeeper}");

        assertThat(evaluate("${evil}")).isEqualTo("${secretKeeper}");
    }

    /** CVE-2026-109432: the check for expressions in ad-hoc queries does not look into or-queries. */
    @Test
    void cve2026_109432AnExpressionInsideOrQueriesIsRefused() {
        TaskService tasks = test.engine.getTaskService();
        TaskQuery direct = tasks.createTaskQuery().dueAfterExpression("${now()}");
        TaskQuery inside =
                tasks.createTaskQuery().or().dueAfterExpression("${now()}").endOr();
        TaskQuery attack = tasks.createTaskQuery()
                .or()
                .taskAssigneeExpression("${''.getClass().forName('java.lang.Runtime')}")
                .endOr();

        assertThatThrownBy(direct::count).isInstanceOf(ProcessEngineException.class);
        assertThatThrownBy(inside::count).hasStackTraceContaining("not allowed in queries");
        assertThatThrownBy(attack::count).hasStackTraceContaining("not allowed in queries");
    }

    @Test
    void anExpressionInAStoredFilterIsRefused() {
        TaskQuery query = test.engine.getTaskService().createTaskQuery().taskAssigneeExpression("${currentUser()}");
        var filter = test.engine.getFilterService().newTaskFilter("mine").setQuery(query);

        assertThatThrownBy(() -> {
                    test.engine.getFilterService().saveFilter(filter);
                    test.engine.getFilterService().list(filter.getId());
                })
                .isInstanceOf(ProcessEngineException.class);
    }

    private static Object evaluate(String expression) {
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) test.engine.getProcessEngineConfiguration();
        String execution = execution();
        return configuration
                .getCommandExecutorTxRequired()
                .execute(context -> configuration
                        .getExpressionManager()
                        .createExpression(expression)
                        .getValue(context.getExecutionManager().findExecutionById(execution)));
    }

    private static String execution() {
        return test.engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .singleResult()
                .getId();
    }
}
