package org.rectification.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rectification.support.RectificationTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@RectificationTest
class ListsPageIT {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(strings = {"/camunda/lists/", "/camunda/lists", "/camunda/lists/index.html"})
    void pageOpensWithoutALoginOfItsOwn(String address) throws Exception {
        var client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        var page = client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address))
                        .build(),
                BodyHandlers.ofString());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<title>我的清单");
    }
}
