package nl.inzage.fhir.storage;

import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.model.config.PartitionSettings;
import ca.uhn.fhir.jpa.model.config.SubscriptionSettings;
import java.util.Set;
import nl.inzage.fhir.FhirServerSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How HAPI stores: what differs from its defaults is written here, with the reason. */
@Configuration(proxyBeanMethods = false)
class HapiSettings {

    @Bean
    JpaStorageSettings storageSettings(FhirServerSettings settings) {
        JpaStorageSettings storage = new JpaStorageSettings();
        // Ids that nobody can guess or count; a hospital may still choose one by PUT.
        storage.setResourceServerIdStrategy(JpaStorageSettings.IdStrategyEnum.UUID);
        storage.setResourceClientIdStrategy(JpaStorageSettings.ClientIdStrategyEnum.ANY);
        // A cached search is shared between clients and is looked up before a hook can narrow it.
        storage.setReuseCachedSearchResultsForMillis(null);
        storage.setEnforceReferentialIntegrityOnWrite(true);
        storage.setEnforceReferentialIntegrityOnDelete(true);
        storage.setAllowExternalReferences(false);
        storage.setTreatBaseUrlsAsLocal(Set.of(settings.fhirUrl() + "/ehr", settings.fhirUrl() + "/fhir"));
        // Neither tells the released view which resources went.
        storage.setExpungeEnabled(false);
        storage.setDeleteExpungeEnabled(false);
        storage.setAllowMultipleDelete(false);
        storage.setFilterParameterEnabled(false);
        storage.setHibernateSearchIndexFullText(false);
        storage.setFetchSizeDefaultMaximum(10_000);
        storage.setPreExpandValueSets(false);
        storage.setEnableTaskPreExpandValueSets(false);
        storage.setEnableTaskBulkImportJobExecution(false);
        storage.setEnableTaskBulkExportJobExecution(false);
        return storage;
    }

    @Bean
    PartitionSettings partitionSettings() {
        return new PartitionSettings();
    }

    @Bean
    SubscriptionSettings subscriptionSettings() {
        return new SubscriptionSettings();
    }
}
