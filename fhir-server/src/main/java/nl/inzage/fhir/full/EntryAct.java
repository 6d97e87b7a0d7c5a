package nl.inzage.fhir.full;

import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;

/** Reads one entry of a transaction as strictly as its text allows, so that HAPI cannot read it otherwise. */
final class EntryAct {

    private static final Pattern URL = Pattern.compile(
            "(?<type>[A-Z][A-Za-z]+)(/(?<id>[A-Za-z0-9.-]{1,64}))?(/_history/(?<version>[A-Za-z0-9.-]{1,64}))?(\\?(?<query>.+))?");

    private EntryAct() {}

    static Act of(String where, BundleEntryComponent entry) {
        HTTPVerb verb = entry.getRequest().getMethod();
        Matcher url = URL.matcher(
                entry.getRequest().getUrl() == null ? "" : entry.getRequest().getUrl());
        if (verb == null || !url.matches()) {
            throw new InvalidRequestException(where + ": request.method and request.url (relative) are needed");
        }
        Optional<String> id = Optional.ofNullable(url.group("id"));
        Optional<String> query = Optional.ofNullable(url.group("query"));
        Optional<String> ifNoneExist = Optional.ofNullable(entry.getRequest().getIfNoneExist());
        RestOperationTypeEnum interaction = interaction(verb, url, id.isPresent(), query.isPresent());
        if (interaction == null) {
            throw new InvalidRequestException(where + ": not among the interactions of this server");
        }
        Act act = new Act(
                where,
                interaction,
                url.group("type"),
                id,
                verb == HTTPVerb.POST ? ifNoneExist : verb == HTTPVerb.PUT ? query : Optional.empty(),
                Optional.ofNullable(verb == HTTPVerb.PATCH ? null : entry.getResource()),
                Optional.empty());
        return consistent(act);
    }

    private static Act consistent(Act act) {
        if (!Surface.TYPES.contains(act.type())) {
            throw new InvalidRequestException(act.say("this server does not keep resources of type " + act.type()));
        }
        boolean stores =
                act.interaction() == RestOperationTypeEnum.CREATE || act.interaction() == RestOperationTypeEnum.UPDATE;
        if (stores && act.body().isEmpty()) {
            throw new InvalidRequestException(act.say("the resource is missing"));
        }
        if (stores && !act.body().get().fhirType().equals(act.type())) {
            throw new InvalidRequestException(act.say("request.url names another type than the resource has"));
        }
        return act;
    }

    private static RestOperationTypeEnum interaction(HTTPVerb verb, Matcher url, boolean hasId, boolean hasQuery) {
        boolean hasVersion = url.group("version") != null;
        return switch (verb) {
            case POST -> hasId || hasVersion || hasQuery ? null : RestOperationTypeEnum.CREATE;
            case PUT -> hasVersion || hasId == hasQuery ? null : RestOperationTypeEnum.UPDATE;
            case PATCH -> hasVersion || !hasId || hasQuery ? null : RestOperationTypeEnum.PATCH;
            case DELETE -> hasVersion || !hasId || hasQuery ? null : RestOperationTypeEnum.DELETE;
            case GET -> reading(hasId, hasVersion, hasQuery);
            default -> null;
        };
    }

    private static RestOperationTypeEnum reading(boolean hasId, boolean hasVersion, boolean hasQuery) {
        if (!hasId) {
            return hasVersion ? null : RestOperationTypeEnum.SEARCH_TYPE;
        }
        if (hasQuery) {
            return null;
        }
        return hasVersion ? RestOperationTypeEnum.VREAD : RestOperationTypeEnum.READ;
    }
}
