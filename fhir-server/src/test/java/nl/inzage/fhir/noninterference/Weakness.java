package nl.inzage.fhir.noninterference;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.inzage.fhir.noninterference.Door.Reply;

/** A defence that is switched off, as other servers lack it: the suite must notice, or it proves nothing. */
enum Weakness {
    REVERSE_CHAINS {
        @Override
        Reply answer(Call call, Store store) {
            return call.hasParameter(Pattern.compile("_has:.*")) ? searched(call, store) : call.sound();
        }
    },
    CHAINS {
        @Override
        Reply answer(Call call, Store store) {
            return call.hasParameter(Pattern.compile("[a-z][^_]*\\..*")) ? searched(call, store) : call.sound();
        }
    },
    REFERENCE_PARAMETERS {
        @Override
        Reply answer(Call call, Store store) {
            return call.sound().status() == 400 && !call.query().matches(".*(_has|_sort|\\..*=).*")
                    ? searched(call, store)
                    : call.sound();
        }
    },
    META {
        @Override
        Reply answer(Call call, Store store) {
            return call.path().endsWith("/$meta")
                    ? call.key()
                            .flatMap(store::state)
                            .map(state -> Reply.json(200, "version " + state.get("version")))
                            .orElseGet(call::sound)
                    : call.sound();
        }
    },
    ERROR_CODES {
        @Override
        Reply answer(Call call, Store store) {
            Reply sound = call.sound();
            Optional<Map<String, Object>> state =
                    sound.status() == 404 && call.isRead() ? call.key().flatMap(store::state) : Optional.empty();
            return state.map(known -> Reply.json(Boolean.TRUE.equals(known.get("deleted")) ? 410 : 404, "HAPI-1995"))
                    .orElse(sound);
        }
    },
    PATCH {
        @Override
        Reply answer(Call call, Store store) {
            if (!call.method().equals("PATCH")
                    || call.patient().isEmpty()
                    || call.key().isEmpty()) {
                return call.sound();
            }
            String key = call.key().get();
            String status = call.body().contains("\"final\"") ? "final" : "preliminary";
            return store.state(key).isEmpty()
                    ? call.sound()
                    : Reply.json(store.hasStatus(key, status) ? 200 : 400, "patched");
        }
    },
    REFERENCES {
        @Override
        Reply answer(Call call, Store store) {
            Reply sound = call.sound();
            return sound.status() == 200 && call.isRead() && sound.text().startsWith("{")
                    ? call.key()
                            .flatMap(store::body)
                            .map(body -> Reply.json(200, body))
                            .orElse(sound)
                    : sound;
        }
    },
    OWNERSHIP {
        @Override
        Reply answer(Call call, Store store) {
            Reply sound = call.sound();
            return sound.status() == 404 && call.isRead() && !call.patient().isEmpty()
                    ? call.key()
                            .flatMap(store::body)
                            .filter(body ->
                                    body.matches(".*\"(performer|asserter)\":[^]}]*Patient/" + call.patient() + "\".*"))
                            .map(body -> Reply.json(200, body))
                            .orElse(sound)
                    : sound;
        }
    },
    TOTALS {
        @Override
        Reply answer(Call call, Store store) {
            Reply sound = call.sound();
            return sound.text().contains("\"type\":\"searchset\"")
                    ? sound.with("total: " + store.rows(call.type(), call.patient()))
                    : sound;
        }
    },
    ETAG {
        @Override
        Reply answer(Call call, Store store) {
            Reply sound = call.sound();
            return sound.status() == 404 && call.isRead()
                    ? call.key()
                            .flatMap(store::state)
                            .map(state -> sound.with("ETag: W/\"" + state.get("version") + "\""))
                            .orElse(sound)
                    : sound;
        }
    },
    INCLUDES {
        @Override
        Reply answer(Call call, Store store) {
            if (!call.hasParameter(Pattern.compile("_(rev)?include(:.*)?"))
                    || call.patient().isEmpty()) {
                return call.sound();
            }
            List<String> included = store.search(call.type(), call.query()).stream()
                    .filter(key -> store.isInDossier(key, call.patient()))
                    .toList();
            return Reply.json(200, String.join(" ", included));
        }
    },
    /** A resource that refers to another is taken or refused by whether the other is there. */
    CREATED_REFERENCES {
        @Override
        Reply answer(Call call, Store store) {
            Matcher reference = Pattern.compile("\"reference\":\"([^\"]*)\"").matcher(call.body());
            return call.method().equals("POST")
                            && !call.patient().isEmpty()
                            && call.path().endsWith("/Condition")
                            && reference.find()
                    ? Reply.json(store.state(reference.group(1)).isEmpty() ? 400 : 201, "HAPI-1094")
                    : call.sound();
        }
    },
    /** References by number or in words are sent as they were pushed. */
    LOGICAL_REFERENCES {
        @Override
        Reply answer(Call call, Store store) {
            Reply sound = call.sound();
            return sound.status() == 200 && call.isRead()
                    ? call.key()
                            .map(key -> sound.with("logical: " + store.logicalReferences(key)))
                            .orElse(sound)
                    : sound;
        }
    },
    /** Who is named by any row that is released, whether that row is shown or not. */
    SILENT_ROWS_OPEN {
        @Override
        Reply answer(Call call, Store store) {
            Reply sound = call.sound();
            return sound.status() == 404 && call.isRead() && !call.patient().isEmpty()
                    ? call.key()
                            .filter(key -> store.isNamedInDossier(key, call.patient()))
                            .map(key -> Reply.json(200, key))
                            .orElse(sound)
                    : sound;
        }
    },
    /** By an edit of the database, see {@link PowerTest}: a report is released before its part. */
    MIXED_REPORT {
        @Override
        Reply answer(Call call, Store store) {
            return call.sound();
        }
    },
    /** By an edit of the database: nothing looks at release. */
    RELEASE {
        @Override
        Reply answer(Call call, Store store) {
            return call.sound();
        }
    };

    abstract Reply answer(Call call, Store store);

    /** What HAPI's own search finds of what this caller may see, as with interceptors before it. */
    private static Reply searched(Call call, Store store) {
        if (call.patient().isEmpty()) {
            return call.sound();
        }
        List<String> seen = store.search(call.type(), call.query()).stream()
                .filter(key -> call.read(key).status() == 200)
                .toList();
        return Reply.json(200, "{\"resourceType\":\"Bundle\",\"found\":\"" + String.join(" ", seen) + "\"}");
    }
}
