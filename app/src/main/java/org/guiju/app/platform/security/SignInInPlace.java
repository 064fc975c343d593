package org.guiju.app.platform.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/// 就地登录: a page that needs a sign-in keeps its address and shows the form there; after it the same page opens.
final class SignInInPlace implements AuthenticationEntryPoint {

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws ServletException, IOException {
        if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            request.getRequestDispatcher("/login").forward(request, response);
        } else {
            response.sendError(HttpStatus.UNAUTHORIZED.value());
        }
    }
}
