package nl.inzage.fhir.noninterference;

import java.util.ArrayList;
import java.util.List;

/**
 * A request at the narrow door in which {@code @} stands for the letter of the twin that it is about.
 *
 * @param target path and query below the door's base, as it goes on the wire
 * @param headers each as {@code Name: value}
 */
record Request(Principal principal, String method, String target, List<String> headers, String body) {

    Request {
        headers = List.copyOf(headers);
    }

    static Request get(Principal principal, String target) {
        return new Request(principal, "GET", target, List.of(), "");
    }

    /** The request on a line: principal, method, target, then headers and a body in brackets. */
    static Request parse(String line) {
        int at = line.indexOf(" [body ");
        String body = at < 0 ? "" : line.substring(at + 7, line.lastIndexOf(']'));
        String[] parts = (at < 0 ? line : line.substring(0, at)).split(" +\\[", -1);
        String[] start = parts[0].strip().split(" ", 3);
        List<String> headers = new ArrayList<>();
        for (int i = 1; i < parts.length; i++) {
            headers.add(parts[i].substring(0, parts[i].lastIndexOf(']')));
        }
        return new Request(Principal.valueOf(start[0]), start[1], start.length > 2 ? start[2] : "", headers, body);
    }

    @Override
    public String toString() {
        StringBuilder line = new StringBuilder(principal + " " + method + " " + target);
        headers.forEach(header -> line.append(" [").append(header).append(']'));
        return (body.isEmpty() ? line : line.append(" [body ").append(body).append(']')).toString();
    }

    /** The same request with one part less, in every way that there is. */
    List<Request> smaller() {
        List<Request> smaller = new ArrayList<>();
        int query = target.indexOf('?');
        if (query >= 0) {
            without(target.substring(query + 1))
                    .forEach(rest -> smaller.add(new Request(
                            principal,
                            method,
                            target.substring(0, query) + (rest.isEmpty() ? "" : "?" + rest),
                            headers,
                            body)));
        }
        if (!body.startsWith("[") && !body.startsWith("{")) {
            without(body).forEach(rest -> smaller.add(new Request(principal, method, target, headers, rest)));
        }
        for (String header : headers) {
            List<String> fewer = new ArrayList<>(headers);
            fewer.remove(header);
            smaller.add(new Request(principal, method, target, fewer, body));
        }
        return smaller;
    }

    private static List<String> without(String parameters) {
        List<String> all = List.of(parameters.split("&", -1));
        List<String> rests = new ArrayList<>();
        for (int i = 0; i < all.size() && !parameters.isEmpty(); i++) {
            List<String> rest = new ArrayList<>(all);
            rest.remove(i);
            rests.add(String.join("&", rest));
        }
        return rests;
    }
}
