package org.rectification.models;

import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;

/**
 * What keeps models and code honest with each other. Each rule has a deliberately broken model of its own, in the folder of
 * its name below {@code models-broken}.
 */
enum Rule {
    EXPRESSION_CAN_BE_READ(BindingRules::expressionCanBeRead),
    BINDING_NAMES_A_BEAN(BindingRules::bindingNamesABean),
    BINDING_HAS_THE_RIGHT_TYPE(BindingRules::bindingHasTheRightType),
    EVERY_DELEGATE_IS_USED(BindingRules::everyDelegateIsUsed),
    ID_BEAN_AND_CLASS_AGREE(BindingRules::idBeanAndClassAgree),
    VARIABLE_IS_NOT_NAMED_LIKE_A_BEAN(BindingRules::variableIsNotNamedLikeABean),
    CONSTANT_HAS_AN_ELEMENT(BindingRules::constantHasAnElement),
    FORM_REFERENCE_HAS_A_FILE(FormRules::formReferenceHasAFile),
    FORM_FILE_IS_REFERENCED(FormRules::formFileIsReferenced),
    FORM_ID_AND_FILE_AGREE(FormRules::formIdAndFileAgree),
    FIELD_IS_UNDER_ENTRY_OR_VIEW(FormRules::fieldIsUnderEntryOrView),
    USER_TASK_HAS_A_FORM(FormRules::userTaskHasAForm),
    USER_TASK_HAS_AN_ENTRY(FormRules::userTaskHasAnEntry),
    VISIBLE_NAME_IS_CHINESE(FormRules::visibleNameIsChinese),
    THROWN_IS_CAUGHT(EventRules::thrownIsCaught),
    CAUGHT_IS_THROWN(EventRules::caughtIsThrown),
    EVENT_NAME_FOLLOWS_THE_RULE(EventRules::eventNameFollowsTheRule),
    SPLIT_HAS_A_DEFAULT(FlowRules::splitHasADefault),
    ANSWER_AGREES_WITH_ITS_CONDITION(FlowRules::answerAgreesWithItsCondition),
    CANDIDATE_GROUP_EXISTS(FlowRules::candidateGroupExists),
    PERSONS_WORK_IS_SAVED(EngineRules::personsWorkIsSaved),
    CHILDREN_ARE_CREATED_AND_JOINED_APART(EngineRules::childrenAreCreatedAndJoinedApart),
    DATE_COMES_FROM_A_BEAN(EngineRules::dateComesFromABean),
    RETENTION_AND_VERSION_ARE_GIVEN(EngineRules::retentionAndVersionAreGiven),
    REFERENCE_IS_BOUND_TO_THE_DEPLOYMENT(EngineRules::referenceIsBoundToTheDeployment),
    REFERENCE_HAS_A_MODEL(EngineRules::referenceHasAModel),
    ID_IS_NOT_GENERATED(EngineRules::idIsNotGenerated),
    ID_NAMES_ITS_TYPE(EngineRules::idNamesItsType);

    private final BiFunction<Models, Code, List<String>> check;

    Rule(BiFunction<Models, Code, List<String>> check) {
        this.check = check;
    }

    List<String> violations(Models models, Code code) {
        return check.apply(models, code);
    }

    String folder() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
