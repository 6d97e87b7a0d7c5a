package nl.inzage.ig;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.validation.IValidationContext;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r5.elementmodel.Manager.FhirFormat;
import org.hl7.fhir.r5.model.StructureDefinition;
import org.hl7.fhir.r5.utils.validation.ValidatorSession;
import org.hl7.fhir.r5.utils.validation.constants.IdStatus;
import org.hl7.fhir.r5.utils.xver.XVerExtensionManagerOld;
import org.hl7.fhir.utilities.i18n.I18nConstants;
import org.hl7.fhir.utilities.validation.ValidationMessage;
import org.hl7.fhir.utilities.validation.ValidationMessage.IssueSeverity;
import org.hl7.fhir.validation.ValidatorSettings;
import org.hl7.fhir.validation.instance.InstanceValidator;

/**
 * HAPI's validator, which makes a validator of the HL7 core anew for each resource; the newer core reads a list of
 * 1.5 MB while it is made, three quarters of the time. This one keeps them: one a thread at work, replaced now and then.
 */
final class ReusedCoreValidators extends FhirInstanceValidator {

    private static final int USES = 2_000;
    private static final Set<String> UNKNOWN_PROFILE = Set.of(
            I18nConstants.VALIDATION_VAL_PROFILE_UNKNOWN, I18nConstants.VALIDATION_VAL_PROFILE_UNKNOWN_NOT_POLICY);

    private final Queue<Reused> idle = new ConcurrentLinkedQueue<>();
    private final CoreContext context;

    ReusedCoreValidators(FhirContext r4, CoreContext context) {
        super(r4);
        this.context = context;
    }

    @Override
    protected List<ValidationMessage> validate(IValidationContext<?> request) {
        Reused validator = idle.poll();
        if (validator == null || validator.uses() >= USES) {
            validator = new Reused(made(), 0);
        }
        List<ValidationMessage> messages = new ArrayList<>();
        validator
                .core()
                .validate(
                        null,
                        messages,
                        new ByteArrayInputStream(request.getResourceAsString().getBytes(StandardCharsets.UTF_8)),
                        FhirFormat.JSON,
                        profiles(request));
        // Not when it threw: what it was busy with is unknown then.
        idle.add(new Reused(validator.core(), validator.uses() + 1));
        return judged(messages);
    }

    private List<StructureDefinition> profiles(IValidationContext<?> request) {
        return request.getOptions().getProfiles().stream()
                .map(url -> context.fetchResource(StructureDefinition.class, url))
                .toList();
    }

    /** A profile that nobody here knows is no reason to refuse; a list of codes that is not here cannot be judged. */
    private static List<ValidationMessage> judged(List<ValidationMessage> messages) {
        messages.removeIf(message -> I18nConstants.TERMINOLOGY_TX_BINDING_NOSOURCE.equals(message.getMessageId())
                || I18nConstants.TERMINOLOGY_TX_VALUESET_NOTFOUND.equals(message.getMessageId()));
        messages.stream()
                .filter(message -> message.getMessageId() != null && UNKNOWN_PROFILE.contains(message.getMessageId()))
                .forEach(message -> message.setLevel(IssueSeverity.WARNING));
        return messages;
    }

    private InstanceValidator made() {
        InstanceValidator core = new InstanceValidator(
                context,
                new NullEvaluationContext(),
                new XVerExtensionManagerOld(context),
                new ValidatorSession(),
                new ValidatorSettings());
        core.setAnyExtensionsAllowed(true);
        core.setResourceIdRule(IdStatus.OPTIONAL);
        core.setErrorForUnknownProfiles(false);
        core.setUnknownCodeSystemsCauseErrors(true);
        core.setNoExtensibleWarnings(true);
        core.setAllowExamples(true);
        core.setBestPracticeWarningLevel(getBestPracticeWarningLevel());
        core.setPolicyAdvisor(getValidatorPolicyAdvisor());
        return core;
    }

    private record Reused(InstanceValidator core, int uses) {}
}
