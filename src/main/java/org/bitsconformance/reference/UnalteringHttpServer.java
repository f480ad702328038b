package org.bitsconformance.reference;

import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import com.github.tomakehurst.wiremock.jetty11.Jetty11HttpServer;
import java.util.EnumSet;
import org.bitsconformance.reference.http.RequestAsSent;
import wiremock.jakarta.servlet.DispatcherType;
import wiremock.jakarta.servlet.Filter;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.org.eclipse.jetty.servlet.FilterHolder;
import wiremock.org.eclipse.jetty.servlet.ServletContextHandler;

/** WireMock's HTTP server, which passes on every request as a {@link RequestAsSent}. */
final class UnalteringHttpServer extends Jetty11HttpServer {

    UnalteringHttpServer(Options options, AdminRequestHandler adminHandler, StubRequestHandler stubHandler) {
        super(options, adminHandler, stubHandler);
    }

    @Override
    protected void decorateMockServiceContextBeforeConfig(ServletContextHandler context) {
        Filter filter =
                (request, response, chain) -> chain.doFilter(new RequestAsSent((HttpServletRequest) request), response);
        context.addFilter(new FilterHolder(filter), "/*", EnumSet.of(DispatcherType.REQUEST));
    }
}
