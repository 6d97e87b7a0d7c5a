package nl.inzage.auth.client;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Registers the clients of the file before the first request. */
@Component
class ClientsAtStart implements SmartInitializingSingleton {

    private final ClientsFile file;
    private final Clients clients;
    private final TransactionTemplate transaction;

    ClientsAtStart(ClientsFile file, Clients clients, TransactionTemplate transaction) {
        this.file = file;
        this.clients = clients;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> clients.replaceAll(file.clients()));
    }
}
