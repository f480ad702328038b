# The suite as an image; docs/ci.md says how to build and use it.
FROM maven:3-eclipse-temurin-17 AS build
WORKDIR /src
COPY pom.xml ./
COPY .mvn ./.mvn
COPY src ./src
COPY testplans ./testplans
RUN mvn -B -ntp -Pquick package

FROM eclipse-temurin:17-jre
RUN useradd --uid 10001 --home-dir /work --no-create-home --shell /usr/sbin/nologin bits \
    && mkdir -p /work/reports \
    && chown -R bits /work
COPY --from=build /src/target/bits-conformance.jar /opt/bits-conformance/bits-conformance.jar
COPY LICENSE /opt/bits-conformance/LICENSE
USER 10001
WORKDIR /work
VOLUME /work/reports
ENTRYPOINT ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xms64m", "-Xshare:auto", "-jar", "/opt/bits-conformance/bits-conformance.jar"]
CMD ["--help"]
