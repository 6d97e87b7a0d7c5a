# One file for the three apps: docker build --build-arg APP=fhir-server --build-arg MANAGEMENT_PORT=8181 .
FROM eclipse-temurin:17-jdk AS build
WORKDIR /src
COPY . .
# All three at once, so that the images share this stage.
RUN ./mvnw -B -ntp -Dmaven.test.skip=true -Dspotless.check.skip=true -pl fhir-server,auth-server,portal-app -am package
RUN javac -d /health deploy/HealthCheck.java
ARG APP
RUN java -Djarmode=tools -jar ${APP}/target/${APP}-*.jar extract --layers --launcher --destination /layers

FROM eclipse-temurin:17-jre
RUN groupadd --gid 10001 inzage && useradd --uid 10001 --gid 10001 --no-create-home --shell /usr/sbin/nologin inzage
WORKDIR /app
COPY --from=build /health /health
COPY --from=build /layers/dependencies/ ./
COPY --from=build /layers/spring-boot-loader/ ./
COPY --from=build /layers/snapshot-dependencies/ ./
COPY --from=build /layers/application/ ./
USER 10001:10001
ARG MANAGEMENT_PORT
ENV INZAGE_HEALTH_URL=http://127.0.0.1:${MANAGEMENT_PORT}/actuator/health/readiness
HEALTHCHECK --interval=10s --timeout=5s --start-period=180s --retries=3 \
  CMD ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx16m", "-cp", "/health", "HealthCheck"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-XX:+ExitOnOutOfMemoryError", "-Dfile.encoding=UTF-8", \
  "org.springframework.boot.loader.launch.JarLauncher"]
